import { mergeCandidates, proposePersonMerge } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import type { MergeCandidate, MergePerson } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { OpId } from '@grid-relief/shared-types/primitives/ids';
import { useState } from 'react';
import { call, newId, PagedList, type Problem, RefusedWords, refreshAll, useMayAsk, useReadPages } from '@/api';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Button, EmptyState, Field, ListRow, Rows, Sheet, StatusChip, Words } from '@/ui';
import { openMerges } from './open-merges';

type MayProps = { readonly person: MergePerson };

/** The quiet way to say that somebody stands in the books twice; for whoever looks after people. */
export function MayBeOne({ person }: MayProps) {
  const t = useText(mergesText);
  const mayPropose = useMayAsk(proposePersonMerge);
  const [isOpen, setOpen] = useState(false);
  if (!mayPropose) return null;
  return (
    <>
      <Button look="link" icon="people" label={t('may-be-one')} onPress={() => setOpen(true)} />
      {isOpen && <WhoElse person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

type WhoProps = MayProps & { readonly onClose: () => void };

/** Others of the own area, those alike first; one tap chooses, the next one proposes. */
function WhoElse({ person, onClose }: WhoProps) {
  const t = useText(mergesText);
  const [chosen, setChosen] = useState<MergeCandidate>();
  const list = useReadPages(mergeCandidates, { query: { like: person.id } });
  return (
    <Sheet title={t('who-else')} open onClose={onClose}>
      <Rows>
        {chosen ? (
          <Propose person={person} other={chosen} />
        ) : (
          <PagedList
            of={list}
            rows={4}
            height={64}
            none={<EmptyState picture="quiet" title={t('no-other')} />}
            above={<Words tone="quiet">{t('who-hint')}</Words>}
            draw={(one) => (
              <ListRow
                key={one.id}
                title={`${one.nameMasked} ${one.code}`}
                note={`${t(`kind-${one.kind}`)} · ${one.areaName}`}
                end={one.isAlike ? <StatusChip icon="star" tone="amber" label={t('alike')} /> : undefined}
                onPress={() => setChosen(one)}
              />
            )}
          />
        )}
      </Rows>
    </Sheet>
  );
}

type ProposeProps = MayProps & { readonly other: MergeCandidate };

function Propose({ person, other }: ProposeProps) {
  const t = useText(mergesText);
  // made once: sent again after a lost answer, it is the same proposal
  const [opId] = useState(newId);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const [proposed, setProposed] = useState<string>();
  const send = async () => {
    setBusy(true);
    const said = words.trim();
    const people = [person, { kind: other.kind, id: other.id }];
    const body = { opId: OpId.parse(opId), people, ...(said === '' ? {} : { words: said }) };
    const outcome = await call(proposePersonMerge, { body });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (!outcome.ok) return;
    setProposed(outcome.value.id);
    refreshAll();
  };
  const there = proposed ?? (problem?.type === 'already-open' ? problem.open : undefined);
  return (
    <Rows>
      <Words strong block>{`${other.nameMasked} ${other.code} · ${other.areaName}`}</Words>
      {proposed === undefined && (
        <Field label={t('why-words')} optional tall value={words} maxLength={300} onChange={setWords} />
      )}
      <RefusedWords of={problem} instead={problem?.type === 'already-open' ? t('already') : undefined} />
      {proposed !== undefined && <Words reads={{ role: 'status' }}>{t('proposed')}</Words>}
      {there === undefined ? (
        <Button look="main" icon="check" label={t('propose')} busy={isBusy} onPress={() => void send()} />
      ) : (
        <Button look="main" icon="right" label={t('to-list')} onPress={() => openMerges(there)} />
      )}
    </Rows>
  );
}
