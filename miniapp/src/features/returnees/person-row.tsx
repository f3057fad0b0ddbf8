import type { NextStep, TravellerRow } from '@grid-relief/shared-types/returnees/returnee.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { returneesText, wordOf } from '@/text/returnees';
import { Button, Card, Heading, Line, StatusChip, type Tone, useTimeWords, Words } from '@/ui';

/** Opens somebody's way, step by step. */
export const openPerson = (id: string): void => void openPage('/packages/returnee/person/index', { id });

type NextProps = {
  readonly next: NextStep | undefined;
  /** Told to the traveller, or to whoever reported them. */
  readonly mine: boolean;
};

/** What happens next, by whom and until when. */
export function NextWords({ next, mine }: NextProps) {
  const t = useText(returneesText);
  const steps = useText(stepsText);
  const timeWords = useTimeWords();
  if (next === undefined) return null;
  const { what, owner, dueAt } = next;
  const step = what.startsWith('LINK_')
    ? stepWordOf(steps, 'l', what.slice('LINK_'.length))
    : stepWordOf(steps, 'n', what);
  const who = t('by-whom', { owner: mine && owner === 'TRAVELLER' ? t('you-or-they') : stepWordOf(steps, 'o', owner) });
  const by = dueAt === undefined ? '' : ` · ${t('before', { time: timeWords(new Date(dueAt)) })}`;
  return <Words block>{`${t('next-is')}：${step} · ${who}${by}`}</Words>;
}

/** The state of somebody as word, sign and colour; late ones say so. */
export function PersonChips({ row }: { readonly row: Pick<TravellerRow, 'state' | 'late' | 'lateReport'> }) {
  const t = useText(returneesText);
  const isOver = ['CLOSED', 'CANCELLED', 'LEFT_COUNTY', 'HANDED_OUT', 'DUPLICATE'].includes(row.state);
  const tone: Tone = isOver ? 'quiet' : 'info';
  return (
    <Line>
      <StatusChip icon={isOver ? 'check' : 'flag'} tone={tone} label={wordOf(t, 's', row.state)} />
      {row.late && <StatusChip icon="clock" tone="danger" label={t('is-late')} />}
      {row.lateReport && <StatusChip icon="warning" tone="amber" label={t('late-report')} />}
    </Line>
  );
}

/** When somebody comes, or came. */
export function ArrivalWords({ row }: { readonly row: Pick<TravellerRow, 'plannedAt' | 'arrivedAt'> }) {
  const t = useText(returneesText);
  const timeWords = useTimeWords();
  const { plannedAt, arrivedAt } = row;
  if (arrivedAt !== undefined)
    return <Words tone="quiet">{t('arrived', { time: timeWords(new Date(arrivedAt)) })}</Words>;
  if (plannedAt === undefined) return null;
  return <Words tone="quiet">{t('planned', { time: timeWords(new Date(plannedAt)) })}</Words>;
}

type CardProps = {
  readonly row: TravellerRow;
  /** One tap for the commonest thing, where the viewer may do it. */
  readonly act?: React.ReactNode;
  /** Shown to whoever reported them. */
  readonly mine?: boolean;
};

/** Somebody in a list: a masked name, how it stands, what is next. */
export function PersonCard({ row, act, mine = false }: CardProps) {
  const t = useText(returneesText);
  return (
    <Card tone={row.late ? 'danger' : 'plain'}>
      <Line apart>
        <Heading size={4}>{row.nameMasked}</Heading>
        <Words tone="quiet">{`${row.code} · ${row.areaName}`}</Words>
      </Line>
      <PersonChips row={row} />
      <ArrivalWords row={row} />
      <NextWords next={row.next} mine={mine} />
      {act}
      <Button look="link" icon="right" label={t('person-title')} onPress={() => openPerson(row.id)} />
    </Card>
  );
}
