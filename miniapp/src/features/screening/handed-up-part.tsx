import { householdVisitActions, screeningDoors } from '@grid-relief/shared-types/screening/screening.contract';
import type { DoorRow } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { FailedRead, MoreOfList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Card, Heading, Rows, Skeleton, Words } from '@/ui';
import { type WhyCode, WhySheet } from './why-sheet';

const ends = {
  DONE_CLEAR: ['PHONED', 'NEIGHBOUR', 'OTHER'],
  VACANT: ['NEIGHBOUR', 'WORKS_AWAY', 'OTHER'],
  CLOSED_WITH_REASON: ['WORKS_AWAY', 'WILL_NOT', 'OTHER'],
} as const;
type End = keyof typeof ends;

/** Doors that were handed up: the grid leader knows the result, or names why there is none. */
export function HandedUpPart({ campaign }: { readonly campaign: string }) {
  const t = useText(screeningText);
  const input = { params: { id: campaign }, query: {} } as never; // as the list of screenings gave it
  const list = useReadPages(screeningDoors, input, { everySeconds: 60 });
  const { data, items, isLoading } = list;
  if (isLoading) return <Skeleton rows={1} height={160} />;
  if (data === undefined) return <FailedRead of={list} />;
  return (
    <Rows>
      <Heading>{items.length === 0 ? t('handed-none') : t('handed-up', { n: items.length })}</Heading>
      {items.map((door) => (
        <HandedUp key={door.id} door={door} />
      ))}
      <MoreOfList of={list} />
    </Rows>
  );
}

function HandedUp({ door }: { readonly door: DoorRow }) {
  const t = useText(screeningText);
  const doing = useAct(door.id);
  const [end, setEnd] = useState<End>();
  const choose = (code: WhyCode) => {
    if (end) void doing.act(householdVisitActions.close, { result: end, reason: { code } });
    setEnd(undefined);
  };
  const mayEnd = door.actions.includes('close') && !doing.isUnderWay && doing.refused === undefined;
  return (
    <Card>
      <Rows gap={2}>
        <Words tone="quiet">{door.areaName}</Words>
        <Heading size={5}>{door.door}</Heading>
        <SendingNote of={doing} />
        {mayEnd &&
          (Object.keys(ends) as End[]) // its own keys
            .map((one) => <Button key={one} label={t(`end-${one}`)} onPress={() => setEnd(one)} />)}
        <WhySheet
          title={end ? t(`why-${end}`) : ''}
          codes={end && ends[end]}
          onClose={() => setEnd(undefined)}
          onChoose={choose}
        />
      </Rows>
    </Card>
  );
}
