import { type FourClassPlace, listFourClass } from '@grid-relief/shared-types/areas/four-class.contract';
import { useState } from 'react';
import { PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { fourClassText } from '@/text/four-class';
import { Button, Card, EmptyState, NetworkBanner, Page, Rows, useTimeWords, Words } from '@/ui';
import { ModeChip } from './mode-chip';
import { SetModeSheet } from './set-mode-sheet';

/** How four-class medicine is sold in my places and below them; whoever may, says otherwise (handbook 4.8). */
export function FourClassScreen() {
  const t = useText(fourClassText);
  const [way, setWay] = useState<readonly FourClassPlace['area'][]>([]);
  const place = way.at(-1);
  const list = useReadPages(listFourClass, { query: place === undefined ? {} : { place } }, { everySeconds: 60 });
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <Words tone="quiet">{t('hint')}</Words>
        {place !== undefined && <Button icon="left" label={t('back')} onPress={() => setWay(way.slice(0, -1))} />}
        <PagedList
          of={list}
          rows={3}
          height={160}
          none={<EmptyState title={t('none')} hint={t('none-hint')} />}
          draw={(row) => (
            <PlaceCard
              key={row.area}
              row={row}
              onBelow={row.area === place || row.level === 'GRID' ? undefined : () => setWay([...way, row.area])}
              onDone={list.refresh}
            />
          )}
        />
      </Rows>
    </Page>
  );
}

type PlaceProps = {
  readonly row: FourClassPlace;
  readonly onBelow: (() => void) | undefined;
  readonly onDone: () => void;
};

function PlaceCard({ row, onBelow, onDone }: PlaceProps) {
  const t = useText(fourClassText);
  const time = useTimeWords();
  const doing = useAct(row.area);
  const [isOpen, setOpen] = useState(false);
  const { areaName, mode, since, planned, maySet } = row;
  return (
    <Card tone={mode === 'SUSPENDED' ? 'amber' : 'plain'}>
      <Rows gap={2}>
        <Words size={5} strong>
          {areaName}
        </Words>
        <ModeChip mode={mode} />
        <Words tone="quiet">{since === undefined ? t('above') : t('since', { time: time(new Date(since)) })}</Words>
        {planned.map((next) => (
          <Words key={next.from + next.mode}>
            {t('planned', { time: time(new Date(next.from)), mode: t(`m-${next.mode}`) })}
          </Words>
        ))}
        <SendingNote of={doing} />
        {maySet && <Button icon="edit" label={t('set')} onPress={() => setOpen(true)} />}
        {onBelow && <Button icon="list" label={t('below')} onPress={onBelow} />}
      </Rows>
      {isOpen && <SetModeSheet row={row} doing={doing} onClose={() => setOpen(false)} onDone={onDone} />}
    </Card>
  );
}
