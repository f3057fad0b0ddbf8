import { listAreas } from '@grid-relief/shared-types/areas/area.contract';
import type { AreaView } from '@grid-relief/shared-types/areas/area.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { useState } from 'react';
import { FailedRead, MoreOfList, useReadPages } from '@/api';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Button, Heading, Line, ListRow, Rows, Skeleton, Words } from '@/ui';
import type { Chosen, Kind } from './draft-areas';

type PlaceProps = {
  readonly kind: Kind;
  readonly chosen: readonly Chosen[];
  /** @param beside everything on the same level, by which new numbers are told */
  readonly onChange: (chosen: readonly Chosen[], beside: readonly AreaId[]) => void;
};

/** Which areas: one goes down from the townships, and chooses on any level but that of buildings. */
export function PlaceChoice({ kind, chosen, onChange }: PlaceProps) {
  const t = useText(areaChangesText);
  const [way, setWay] = useState<readonly Chosen[]>([]);
  const parent = way.at(-1)?.id;
  const list = useReadPages(listAreas, { query: { limit: 100, ...(parent && { parent }) } });
  const { data, items, problem, isLoading, refresh } = list;
  const go = (next: readonly Chosen[]) => {
    setWay(next);
    onChange([], []);
  };
  const places = items.filter(({ level }) => level !== 'BUILDING');
  const pick = ({ id, name }: AreaView) => {
    const rest = chosen.filter((one) => one.id !== id);
    const next = rest.length < chosen.length ? rest : kind === 'MERGE' ? [...chosen, { id, name }] : [{ id, name }];
    onChange(
      next,
      places.map((one) => one.id),
    );
  };
  return (
    <Rows>
      <Heading size={5}>{way.length === 0 ? t('pick-ask') : way.map(({ name }) => name).join(' / ')}</Heading>
      {kind === 'MERGE' && <Words tone="quiet">{t('pick-hint-MERGE')}</Words>}
      {way.length > 0 && <Button look="link" icon="left" label={t('pick-back')} onPress={() => go(way.slice(0, -1))} />}
      {isLoading && <Skeleton rows={3} height={64} />}
      {data === undefined && <FailedRead of={{ problem, refresh }} />}
      {data && places.length === 0 && <Words tone="quiet">{t('pick-none')}</Words>}
      {places.map((place, i) => {
        const isChosen = chosen.some(({ id }) => id === place.id);
        return (
          <Line key={place.id} apart>
            <ListRow
              title={place.name}
              note={isChosen ? t('picked-one', { name: place.name }) : String(place.id)}
              last={i === places.length - 1}
            />
            <Button
              look="quiet"
              {...(isChosen && { icon: 'check' as const })}
              label={isChosen ? t('picked-one', { name: place.name }) : `${t('pick-this')} ${place.name}`}
              onPress={() => pick(place)}
            />
            {place.level !== 'GRID' && (
              <Button look="link" label={`${t('pick-below')} ${place.name}`} onPress={() => go([...way, place])} />
            )}
          </Line>
        );
      })}
      <MoreOfList of={list} />
    </Rows>
  );
}
