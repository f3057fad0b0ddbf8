import { listAreas } from '@grid-relief/shared-types/areas/area.contract';
import { AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import * as z from '@grid-relief/shared-types/zod';
import { useEffect, useState } from 'react';
import { call } from '@/api';
import { useText } from '@/text';
import { commandText } from '@/text/command';

/** Asks for the places below the one that contains it; a place that cannot be read keeps no name. */
async function nameOf(given: string): Promise<string | undefined> {
  const area = z.safeParse(AreaId, given).data;
  const parent = area && scopeOf(area).at(-2);
  if (parent === undefined) return undefined;
  const outcome = await call(listAreas, { query: { parent, limit: 100 } });
  return outcome.ok ? outcome.value.items.find(({ id }) => id === area)?.name : undefined;
}

/** The names of places one has a grant for. Until it is known, or without a network, a place is called by its number. */
export function useAreaNames(areas: readonly AreaId[]): (area: AreaId) => string {
  const t = useText(commandText);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  // the list is made anew by every drawing; its words tell whether it changed
  const wanted = areas.join(' ');
  useEffect(() => {
    let isCurrent = true;
    void Promise.all(wanted.split(' ').map(async (area) => [area, await nameOf(area)] as const)).then((found) => {
      const known = found.flatMap(([area, name]) => (name === undefined ? [] : [[area, name] as const]));
      if (isCurrent) setNames(new Map(known));
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return (area) => names.get(area) ?? (scopeOf(area).length === 1 ? t('whole-county') : area);
}
