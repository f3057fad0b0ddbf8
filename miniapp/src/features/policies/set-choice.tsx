import { listPolicySets } from '@grid-relief/shared-types/quarantine/policy.contract';
import { useState } from 'react';
import { FailedRead, RefusedWords, useRead } from '@/api';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Button, Choice, EmptyState, Field, Rows, Sheet, Skeleton } from '@/ui';
import { setName } from './rule-words';
import { mostSets, SetInWords } from './set-in-words';
import { usePrepare } from './use-prepare';

const mostWords = 300;

/** Another set in the place of this one: chosen here, seen by whom it moves, approved by a head. */
export function SetChoice({ now }: { readonly now: string }) {
  const t = useText(policyText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="swap" label={t('choose-other')} onPress={() => setOpen(true)} />
      {isOpen && <ChoiceSheet now={now} onClose={() => setOpen(false)} />}
    </>
  );
}

type SheetProps = { readonly now: string; readonly onClose: () => void };

function ChoiceSheet({ now, onClose }: SheetProps) {
  const t = useText(policyText);
  const { data, problem: unread, isLoading, refresh } = useRead(listPolicySets, { query: { limit: mostSets } });
  const { prepare, isBusy, problem } = usePrepare();
  const [chosen, setChosen] = useState<string>();
  const [words, setWords] = useState('');
  const others = (data?.items ?? []).filter(({ id, enabled }) => enabled && id !== now);
  const set = others.find(({ id }) => id === chosen);
  const send = async () => {
    if (set && (await prepare({ of: 'SET', set: set.id }, words))) onClose();
  };
  return (
    <Sheet title={t('choose-title')} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={120} />}
        {data === undefined && <FailedRead of={{ problem: unread, refresh }} />}
        {data && others.length === 0 && <EmptyState title={t('choose-none')} />}
        <Choice
          label={t('choose-title')}
          bare
          inOne
          value={chosen}
          onChange={setChosen}
          options={others.map(({ id, code, version }) => ({
            value: id as string,
            label: t('set-name', { name: setName(t, code), version }),
          }))}
        />
        {set && <SetInWords id={set.id} />}
        <Field
          label={t('words')}
          hint={t('words-hint')}
          optional
          maxLength={mostWords}
          value={words}
          onChange={setWords}
        />
        <RefusedWords of={problem} />
        <Button
          look="main"
          icon="search"
          label={t('see-whom')}
          busy={isBusy}
          disabledReason={set ? undefined : t('choose-title')}
          onPress={() => void send()}
        />
      </Rows>
    </Sheet>
  );
}
