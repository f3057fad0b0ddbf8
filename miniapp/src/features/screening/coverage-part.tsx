import { screeningCoverage } from '@grid-relief/shared-types/screening/screening.contract';
import type { GridCoverage } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { FailedRead, MoreOfList, useHolds, useReadPages } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Card, Heading, Line, Rows, Skeleton, StatusChip, Words } from '@/ui';
import { GiveSheet } from './give-sheet';

/** How far it is, grid by grid, the least done first; where nobody was stands there by name. */
export function CoveragePart({ campaign }: { readonly campaign: string }) {
  const t = useText(screeningText);
  const input = { params: { id: campaign }, query: {} } as never; // as the list of screenings gave it
  const list = useReadPages(screeningCoverage, input, { everySeconds: 30 });
  const { data, items, isLoading } = list;
  const isLeader = useHolds()(['GRID_LEADER']);
  const [giving, setGiving] = useState<GridCoverage>();
  if (isLoading) return <Skeleton rows={3} height={200} />;
  if (data === undefined) return <FailedRead of={list} />;
  const { total, behind } = data;
  return (
    <Rows>
      <Card tone={behind > 0 ? 'amber' : 'plain'}>
        <Heading>{t('done', total)}</Heading>
        <Words block>{t('counts', total)}</Words>
        <Words block>{t('open', total)}</Words>
        {total.added > 0 && <Words block>{t('added', total)}</Words>}
        {behind > 0 && <Words strong>{t('behind', { behind })}</Words>}
      </Card>
      {items.map((grid) => (
        <Card key={grid.area}>
          <Rows gap={2}>
            <Line apart>
              <Heading size={5}>{grid.areaName}</Heading>
              <StatusChip
                icon={grid.isBehind ? 'warning' : 'check'}
                tone={grid.isBehind ? 'amber' : 'leaf'}
                label={t(grid.isBehind ? 'is-behind' : 'in-time')}
              />
            </Line>
            <Words>{t('done', grid)}</Words>
            <Words tone="quiet">{t('open', grid)}</Words>
            {grid.blind.length > 0 && (
              <Words tone="amber">{t('blind', { places: grid.blind.map(({ name }) => name).join(' · ') })}</Words>
            )}
            {isLeader && grid.done < grid.homes && (
              <Button icon="people" label={t('give')} onPress={() => setGiving(grid)} />
            )}
          </Rows>
        </Card>
      ))}
      <MoreOfList of={list} />
      {giving && <GiveSheet campaign={campaign} grid={giving} onClose={() => setGiving(undefined)} />}
    </Rows>
  );
}
