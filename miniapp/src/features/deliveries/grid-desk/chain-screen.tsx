import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { readChainMessage } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { useState } from 'react';
import { call, newId, type Problem, useMe, useProblemWords } from '@/api';
import { GridBar } from '@/features/grid/grid-bar';
import { useAreaNames } from '@/features/grid/use-area-names';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { BottomBar, Button, Card, Choice, Field, NetworkBanner, Page, Rows, Words } from '@/ui';
import { ChainDrafts } from './chain-drafts';
import { ChainResults } from './chain-results';
import type { Line } from './goods-words';
import { useSubmits } from './use-submits';

type Reading = ResponseOf<typeof readChainMessage>;
export type ChainDraft = Omit<Reading['drafts'][number], 'lines'> & { readonly id: string; readonly lines: Line[] };
export type Doubtful = Reading['doubtful'][number];

/** A pasted chain message becomes orders: read, checked by a person, submitted one by one, answered without names. */
export function ChainScreen() {
  const [reading, setReading] = useState<Reading>();
  const [drafts, setDrafts] = useState<readonly ChainDraft[]>([]);
  const [text, setText] = useState('');
  const [isSubmitted, setSubmitted] = useState(false);
  const submits = useSubmits();
  const take = (found: Reading) => {
    setReading(found);
    setDrafts(found.drafts.map((draft) => ({ ...draft, id: newId() })));
  };
  const submitAll = async () => {
    setSubmitted(true);
    for (const { id, household, lines } of drafts) {
      const common = { kind: 'GROCERY', payMode: 'RESIDENT_PAYS_SHOP', occurredAt: new Date().toISOString() } as const;
      await submits.submit({ id, household, lines, ...common });
    }
  };
  const again = () => {
    setReading(undefined);
    setSubmitted(false);
    setText('');
  };
  if (reading === undefined) return <PasteStep text={text} onText={setText} onRead={take} />;
  if (isSubmitted) {
    const drop = (id: string) => setDrafts(drafts.filter((each) => each.id !== id));
    return <ChainResults drafts={drafts} submits={submits} onDrop={drop} onAgain={again} />;
  }
  return (
    <ChainDrafts
      drafts={drafts}
      doubtful={reading.doubtful}
      onChange={setDrafts}
      onBack={() => setReading(undefined)}
      onSubmit={() => void submitAll()}
    />
  );
}

type PasteProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: (found: Reading) => void;
};

function PasteStep({ text, onText, onRead }: PasteProps) {
  const t = useText(gridOrdersText);
  const problemWords = useProblemWords();
  const grants = useMe()?.grants.filter(({ role }) => role === 'GRID_WORKER' || role === 'GRID_LEADER') ?? [];
  const areas = [...new Set(grants.map(({ area }) => area))];
  const areaName = useAreaNames(areas);
  const [area, setArea] = useState(areas.length === 1 ? areas[0] : undefined);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const missing = area === undefined ? t('chain-no-area') : text.trim() === '' ? t('chain-empty') : undefined;
  const read = async () => {
    if (area === undefined) return;
    setBusy(true);
    const outcome = await call(readChainMessage, { body: { area, text } });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) onRead(outcome.value);
  };
  const main = (
    <Button look="main" label={t('chain-read')} busy={isBusy} disabledReason={missing} onPress={() => void read()} />
  );
  return (
    <Page
      title={t('chain-title')}
      back={false}
      banner={<NetworkBanner />}
      bottom={
        <>
          <BottomBar main={main} />
          <GridBar here="chain" />
        </>
      }
    >
      <Rows>
        {areas.length > 1 && (
          <Choice
            label={t('chain-area')}
            value={area}
            onChange={setArea}
            options={areas.map((value) => ({ value, label: areaName(value) }))}
          />
        )}
        <Field label={t('chain-text')} hint={t('chain-hint')} value={text} onChange={onText} tall maxLength={8000} />
        {problem && (
          <Card tone="danger">
            <Words>{problemWords(problem)}</Words>
          </Card>
        )}
      </Rows>
    </Page>
  );
}
