import { acted } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { useSyncExternalStore } from 'react';
import { outbox } from '@/api';
import { readStored, writeStored } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, useTimeWords, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { lineOfTick } from './unsent-tick';

const LateFacts = z.array(
  z.object({ id: z.string(), record: z.string(), line: z.optional(z.string()), doneAt: z.string() }),
);
type LateFact = z.infer<typeof LateFacts>[number];

const key = 'late-facts';
/** More than a day's worth; older ones are with the grid worker anyway. */
const mostKept = 40;
const lateState = 'LATE_FACT';
const Receipt = acted(z.unknown());
const listeners = new Set<() => void>();
let facts: readonly LateFact[] = readStored(key, (stored) => z.safeParse(LateFacts, stored).data) ?? [];

function keep(next: readonly LateFact[]): void {
  facts = next.slice(-mostKept);
  writeStored(key, facts);
  for (const tell of listeners) tell();
}

// kept by the server beside its record, which had moved on: whoever did it is told, and that it is not lost
outbox.onSent((command, value) => {
  const read = z.safeParse(Receipt, value);
  if (!read.success || read.data.receipt.to !== lateState) return;
  const line = lineOfTick(command);
  const fact = { id: command.id, record: command.record, doneAt: command.savedAt, ...(line !== undefined && { line }) };
  keep([...facts.filter(({ id }) => id !== command.id), fact]);
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

type LateFactsProps = {
  readonly record: string;
  /** Names of the lines, to say what it was about. */
  readonly lines: readonly { readonly line: string; readonly name: string; readonly nameEn?: string | undefined }[];
};

/** What was done on this phone but reached the server after the request had moved on; a person compares it. */
export function LateFactNotes({ record, lines }: LateFactsProps) {
  const goods = useGoodsName();
  const t = useText(carryingText);
  const timeWords = useTimeWords();
  const own = useSyncExternalStore(
    subscribe,
    () => facts,
    () => facts,
  ).filter((fact) => fact.record === record);
  if (own.length === 0) return null;
  const nameOf = (id: string | undefined) => {
    const found = lines.find((each) => each.line === id);
    return found && goods.plain(found);
  };
  return (
    <Card tone="info">
      <Words size={5} strong block>
        {t('late-title')}
      </Words>
      {own.map(({ id, line, doneAt }) => {
        const what = nameOf(line) ?? t('late-step');
        return <Words key={id} block>{`${what} · ${timeWords(new Date(doneAt))}`}</Words>;
      })}
      <Words tone="quiet">{t('late-hint')}</Words>
      <Button label={t('late-seen')} onPress={() => keep(facts.filter((fact) => fact.record !== record))} />
    </Card>
  );
}
