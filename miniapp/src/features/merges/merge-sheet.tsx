import { getPersonMerge, revealPersonMerge } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import type {
  MergeField,
  MergeSide,
  PersonMergeView,
} from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useState } from 'react';
import { FailedRead, RefusedWords, SendingNote, useAct, useRead, useReveal } from '@/api';
import { useText } from '@/text';
import { mergeStateWords, mergesText } from '@/text/merges';
import { uiText } from '@/text/ui';
import { Button, Card, Choice, Rows, Sheet, Skeleton, StatusChip, Words } from '@/ui';
import { EndsCard } from './ends-card';
import { FieldsCard } from './fields-card';
import { HoldingsCard } from './holdings-card';
import { MergeButtons } from './merge-buttons';

type SheetProps = { readonly id: string; readonly onClose: () => void };

/** Two side by side, for one thumb: what is known of both, what each has, which end holds; then the one step. */
export function MergeSheet({ id, onClose }: SheetProps) {
  const t = useText(mergesText);
  const { data, problem, isLoading, refresh } = useRead(
    getPersonMerge,
    { params: { id: id as never } },
    { everySeconds: 30 },
  );
  return (
    <Sheet title={t('title')} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && <Merge of={data} />}
      </Rows>
    </Sheet>
  );
}

function Merge({ of }: { readonly of: PersonMergeView }) {
  const t = useText(mergesText);
  const doing = useAct(of.id);
  const [keep, setKeep] = useState<MergeSide>(of.keep);
  const [picks, setPicks] = useState<readonly MergeField[]>([]);
  const mayChoose = of.actions.includes('apply');
  const toggle = (field: MergeField) =>
    setPicks(picks.includes(field) ? picks.filter((one) => one !== field) : [...picks, field]);
  const said = of.timeline[0]?.words;
  return (
    <>
      <StatusChip icon="people" tone="info" label={mergeStateWords(t, of.state)} />
      {said !== undefined && <Words block>{said}</Words>}
      <BothOpened of={of} />
      {of.isStale && (
        <Card tone="amber">
          <Words strong>{t('stale')}</Words>
        </Card>
      )}
      {mayChoose && (
        <Choice
          label={t('keep-title')}
          value={keep}
          onChange={(side) => {
            setKeep(side);
            setPicks([]);
          }}
          options={of.people.map(({ nameMasked, code }, at) => {
            const value: MergeSide = at === 0 ? 'FIRST' : 'SECOND';
            return { value, label: `${t(value)} · ${nameMasked} ${code}` };
          })}
        />
      )}
      <FieldsCard of={of} {...(mayChoose ? { choosing: { keep, picks, toggle } } : {})} />
      <HoldingsCard of={of} />
      <EndsCard of={of} doing={doing} />
      <SendingNote of={doing} />
      <MergeButtons of={of} doing={doing} keep={keep} picks={picks} />
    </>
  );
}

/** Names and numbers of both, after a look that is written down. */
function BothOpened({ of: { id, people } }: { readonly of: PersonMergeView }) {
  const t = useText(mergesText);
  const tUi = useText(uiText);
  const { opened, problem, isBusy, open, hide } = useReveal(revealPersonMerge, id);
  const lines = opened
    ? opened.people.map(
        ({ of, name, phone, idNumber }) => `${t(of)} · ${[name, phone, idNumber].filter(Boolean).join(' · ')}`,
      )
    : people.map(({ nameMasked, code, areaName, kind }, at) =>
        [t(at === 0 ? 'FIRST' : 'SECOND'), `${nameMasked} ${code}`, t(`kind-${kind}`), areaName].join(' · '),
      );
  return (
    <Card>
      <Rows gap={2}>
        {lines.map((line) => (
          <Words key={line} strong block>
            {line}
          </Words>
        ))}
        <RefusedWords of={problem} />
        {opened && <Words tone="quiet">{tUi('lookRecorded')}</Words>}
        {opened ? (
          <Button look="link" icon="eye-closed" label={tUi('hide')} onPress={hide} />
        ) : (
          <Button icon="eye" label={t('look')} busy={isBusy} onPress={() => void open('COMPARE')} />
        )}
      </Rows>
    </Card>
  );
}
