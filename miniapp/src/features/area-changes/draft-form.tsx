import { listAreas } from '@grid-relief/shared-types/areas/area.contract';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { useState } from 'react';
import { FailedRead, MoreOfList, RefusedWords, useReadPages } from '@/api';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Button, Card, Choice, Field, Heading, Rows, Skeleton } from '@/ui';
import { type Chosen, type Draft, type Kind, missingIn, nextCodes, ownDigits, wishOf } from './draft-areas';
import { NewAreas } from './new-areas';
import { PlaceChoice } from './place-choice';
import { useDraft } from './use-draft';

const kinds = ['SPLIT', 'MERGE', 'RENUMBER'] as const;
const wordsAtMost = 300;
const empty: Draft = { kind: 'SPLIT', areas: [], into: [], partOf: {} };

/** A change of the area tree as it is put together; it changes nothing until a head has set its time. */
export function DraftForm() {
  const t = useText(areaChangesText);
  const [draft, setDraft] = useState(empty);
  const [beside, setBeside] = useState<readonly AreaId[]>([]);
  const begin = (kind: Kind) => setDraft({ ...empty, kind });
  const choose = (areas: readonly Chosen[], others: readonly AreaId[]) => {
    setBeside(others);
    setDraft({ ...draft, areas, into: newParts(draft.kind, areas, others), partOf: {} });
  };
  return (
    <Card>
      <Rows>
        <Heading size={5}>{t('new-title')}</Heading>
        <Choice
          label={t('kind-ask')}
          value={draft.kind}
          onChange={begin}
          options={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
        />
        <PlaceChoice key={draft.kind} kind={draft.kind} chosen={draft.areas} onChange={choose} />
        {draft.areas[0] && (
          <Into
            first={draft.areas[0]}
            draft={draft}
            beside={beside}
            onChange={(change) => setDraft({ ...draft, ...change })}
            onSent={() => setDraft(empty)}
          />
        )}
      </Rows>
    </Card>
  );
}

/** What a change begins with: free numbers, and the name that stays. */
function newParts(kind: Kind, areas: readonly Chosen[], beside: readonly AreaId[]): Draft['into'] {
  const [first] = areas;
  if (!first) return [];
  if (kind === 'RENUMBER') return [{ nth: 0, name: first.name, code: ownDigits(first.id) }];
  return nextCodes(beside, kind === 'SPLIT' ? 2 : 1).map((code, nth) => ({ nth, name: '', code }));
}

type IntoProps = {
  readonly first: Chosen;
  readonly draft: Draft;
  readonly beside: readonly AreaId[];
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onSent: () => void;
};

function Into({ first, draft, beside, onChange, onSent }: IntoProps) {
  const t = useText(areaChangesText);
  const list = useReadPages(listAreas, { query: { parent: first.id, limit: 100 } });
  const [words, setWords] = useState('');
  const { prepare, isBusy, problem } = useDraft();
  const isSplit = draft.kind === 'SPLIT';
  const parts = list.items.map(({ id }) => id);
  const missing = missingIn(draft, parts);
  const send = async () => {
    const wish = wishOf(draft, parts);
    if (wish && (await prepare(wish, words))) onSent();
  };
  if (isSplit && list.isLoading) return <Skeleton rows={2} height={96} />;
  if (isSplit && list.data === undefined) return <FailedRead of={list} />;
  return (
    <Rows>
      <NewAreas
        draft={draft}
        parts={list.items}
        nextCode={nextCodes(beside, draft.into.length + 1).at(-1) ?? ''}
        onChange={onChange}
      />
      {isSplit && <MoreOfList of={list} />}
      <Field
        label={t('words')}
        hint={t('words-hint')}
        optional
        tall
        maxLength={wordsAtMost}
        value={words}
        onChange={setWords}
      />
      <RefusedWords of={problem} />
      <Button
        look="main"
        icon="search"
        label={t('see-what')}
        busy={isBusy}
        disabledReason={missing && t(missing)}
        onPress={() => void send()}
      />
    </Rows>
  );
}
