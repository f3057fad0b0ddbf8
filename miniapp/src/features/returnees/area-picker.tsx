import { listAreas } from '@grid-relief/shared-types/areas/area.contract';
import { AreaId, ancestorAt, areaLevels, levelOf } from '@grid-relief/shared-types/primitives/areas';
import * as z from '@grid-relief/shared-types/zod';
import { useEffect, useState } from 'react';
import { FailedRead, MoreOfList, useMe, useReadPages } from '@/api';
import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { Button, Choice, Line, Rows, Skeleton, Words } from '@/ui';

type PickerProps = {
  readonly area: string | undefined;
  readonly name: string;
  readonly onChange: (area: string | undefined, name: string) => void;
  readonly error: string | undefined;
  /** Most likely it lies where this person works: begins there, and a grid of their own is chosen already. */
  readonly nearby?: true;
};

/** Where this person works, the narrowest place of all roles; undefined: nowhere narrower than the county. */
function useOwnArea(): AreaId | undefined {
  const depth = (area: AreaId) => areaLevels.indexOf(levelOf(area));
  const areas = (useMe()?.grants ?? []).map(({ area }) => area).filter((area) => depth(area) > 0);
  return areas.sort((a, b) => depth(b) - depth(a))[0];
}

const known = ['TOWNSHIP', 'VILLAGE', 'GRID'] as const;

/** The grid in which somebody will stay: township, village or community, grid, one question after the other. */
export function AreaPicker({ area, name, onChange, error, nearby }: PickerProps) {
  const t = useText(reportText);
  const own = useOwnArea();
  const ownGrid = own && ancestorAt(own, 'GRID');
  const [parent, setParent] = useState<string | undefined>(() =>
    nearby && own ? (ownGrid ? ancestorAt(own, 'VILLAGE') : own) : undefined,
  );
  const [isAnew, setAnew] = useState(false);
  const within = z.safeParse(AreaId, parent).data;
  const list = useReadPages(listAreas, { query: { limit: 100, ...(within && { parent: within }) } });
  const { data, items, problem, isLoading, refresh } = list;
  const ownName = nearby && !isAnew && area === undefined ? items.find(({ id }) => id === ownGrid)?.name : undefined;
  useEffect(() => {
    if (ownName !== undefined) onChange(ownGrid, ownName);
  }, [ownGrid, ownName, onChange]);
  const again = () => {
    setAnew(true);
    setParent(undefined);
    onChange(undefined, '');
  };
  if (area !== undefined) {
    return (
      <Line apart>
        <Words size={5} strong>
          {t('area-is', { name })}
        </Words>
        <Button look="link" icon="swap" label={t('area-again')} onPress={again} />
      </Line>
    );
  }
  if (isLoading) return <Skeleton rows={2} height={120} />;
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  const level = known.find((one) => one === items[0]?.level) ?? 'GRID';
  const choose = (id: string) => {
    const found = items.find((one) => one.id === id);
    if (level === 'GRID') onChange(id, found?.name ?? id);
    else setParent(id);
  };
  return (
    <Rows>
      <Choice
        label={t('area-step', { level: t(`level-${level}`) })}
        value={undefined}
        onChange={choose}
        options={items.map(({ id, name: label }) => ({ value: String(id), label }))}
        error={error}
      />
      <MoreOfList of={list} />
      {parent !== undefined && <Button look="link" icon="left" label={t('area-again')} onPress={again} />}
    </Rows>
  );
}
