import { householdEventActions as does } from '@grid-relief/shared-types/household-events/household-event.contract';
import type {
  HouseholdEventView,
  KeptKind,
  OpenPoint,
} from '@grid-relief/shared-types/household-events/household-event.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { openPage, type PageParams } from '@/platform';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Card, Heading, Rows, StatusChip, WhySheet, Words } from '@/ui';

type Of = { readonly event: HouseholdEventView; readonly doing: Act };

/** Where a person answers each sort of open point; who is left behind stands on the same sheet. */
const pages: Readonly<Partial<Record<OpenPoint['what'], readonly [string, 'to-delivery' | 'to-episode']>>> = {
  DELIVERY_HELD: ['/packages/grid/delivery/index', 'to-delivery'],
  DELIVERY_BUYING: ['/packages/grid/delivery/index', 'to-delivery'],
  DELIVERY_BOUGHT: ['/packages/grid/delivery/index', 'to-delivery'],
  EPISODE_OPEN: ['/packages/grid/quarantine/index', 'to-episode'],
  TRACKER_OPEN: ['/packages/returnee/person/index', 'to-episode'],
  CODE_NOT_ASKED: ['/packages/grid/quarantine/index', 'to-episode'],
};
const keepReasons: Readonly<Record<KeptKind, 'STILL_WANTED' | 'RIGHT_ALREADY'>> = {
  ...{ DELIVERY_BOUGHT: 'STILL_WANTED', EPISODE_OPEN: 'RIGHT_ALREADY' },
  ...{ TRACKER_OPEN: 'RIGHT_ALREADY', CODE_NOT_ASKED: 'RIGHT_ALREADY' },
};
const canKeep = (what: OpenPoint['what']): what is KeptKind => what in keepReasons;

/** Everything that must be answered before the home is sorted out, each with the way to its answer. */
export function InTheWay({ event, doing }: Of) {
  const t = useText(homeEventsText);
  const { inTheWay, state } = event;
  if (state === 'RECONCILED' || state === 'CLOSED') return null;
  return (
    <Card>
      <Heading size={5}>{t(inTheWay.length > 0 ? 'in-way' : 'way-clear')}</Heading>
      <Rows>
        {inTheWay.map((point) => (
          <Point key={`${point.what} ${point.record}`} point={point} event={event} doing={doing} />
        ))}
      </Rows>
    </Card>
  );
}

function Point({ point, event: { actions, kind }, doing }: Of & { readonly point: OpenPoint }) {
  const t = useText(homeEventsText);
  const [isKeeping, setKeeping] = useState(false);
  const { what, record, code } = point;
  const way = pages[what];
  const isWhose = kind === 'DEATH' && what === 'EPISODE_OPEN';
  const params: PageParams = { id: record };
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      <StatusChip icon="warning" tone="amber" label={t(`p-${isWhose ? 'WHOSE_QUARANTINE' : what}`)} />
      {code !== undefined && <Words strong>{code}</Words>}
      {way && <Button icon="right" label={t(way[1])} onPress={() => void openPage(way[0], params)} />}
      {isFree && what === 'CODE_NOT_ASKED' && actions.includes('askCode') && (
        <Button
          look="main"
          icon="shield"
          label={t('askCode')}
          onPress={() => void doing.act(does.askCode, { episode: record })}
        />
      )}
      {isFree && canKeep(what) && actions.includes('keepAsIs') && (
        <Button label={t('keep')} onPress={() => setKeeping(true)} />
      )}
      {isKeeping && canKeep(what) && (
        <WhySheet
          title={t('keep-why')}
          look="main"
          reasons={[{ code: keepReasons[what], label: t(`r-${keepReasons[what]}`) }]}
          onClose={() => setKeeping(false)}
          onSend={(reason) => void doing.act(does.keepAsIs, { what, record, reason })}
        />
      )}
    </Rows>
  );
}
