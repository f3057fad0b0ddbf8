import { giveDoors, screenersFor } from '@grid-relief/shared-types/screening/screening.contract';
import type { GridCoverage } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { call, FailedRead, newId, type Problem, refreshRecord, useProblemWords, useRead } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Choice, Rows, Sheet, Skeleton, Words } from '@/ui';

type GiveProps = { readonly campaign: string; readonly grid: GridCoverage; readonly onClose: () => void };

/** Who goes to a grid, or to one of its buildings where nobody was: the least busy stands first. */
export function GiveSheet({ campaign, grid, onClose }: GiveProps) {
  const t = useText(screeningText);
  const words = useProblemWords();
  const [area, setArea] = useState<string>(grid.area);
  const read = useRead(screenersFor, { params: { id: campaign }, query: { area } } as never); // both as the server gave them
  const [given, setGiven] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const places = [
    { area: grid.area as string, name: grid.areaName },
    ...grid.blind.filter((one) => one.area !== grid.area),
  ];
  const name = places.find((one) => one.area === area)?.name ?? '';
  const give = async (screener: string) => {
    const body = { opId: newId(), area, screener };
    const outcome = await call(giveDoors, { params: { id: campaign }, body } as never);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (!outcome.ok) return;
    setGiven(outcome.value.doors);
    refreshRecord(campaign);
  };
  return (
    <Sheet title={t('give-title', { name })} open onClose={onClose}>
      <Rows gap={2}>
        {places.length > 1 && (
          <Choice
            label={t('give')}
            value={area}
            onChange={setArea}
            options={places.map((one) => ({ value: one.area, label: one.name }))}
          />
        )}
        {read.isLoading && <Skeleton rows={2} height={96} />}
        {read.data === undefined && <FailedRead of={read} />}
        {read.data?.items.length === 0 && <Words>{t('give-none')}</Words>}
        {read.data?.items.map(({ person, label, open }) => (
          <Button key={person} label={t('give-open', { label, open })} onPress={() => void give(person)} />
        ))}
        {problem && <Words tone="danger">{words(problem)}</Words>}
        {given !== undefined && <Words strong>{t('given', { doors: given })}</Words>}
      </Rows>
    </Sheet>
  );
}
