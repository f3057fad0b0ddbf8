import { candidates } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { type Act, FailedRead, useRead } from '@/api';
import { BagCount } from '@/features/deliveries/carrying/start-step';
import { type Candidate, People } from '@/features/deliveries/grid-desk/assign-sheet';
import { useText } from '@/text';
import { gridText } from '@/text/grid';
import { Rows, Sheet, Skeleton, Words } from '@/ui';

type RunPeopleSheetProps = {
  readonly run: RunView;
  readonly act: 'assign' | 'handOver';
  readonly doing: Act;
  readonly onClose: () => void;
};

const bagsOf = ({ doors }: RunView) => doors.reduce((sum, { bags = 0 }) => sum + bags, 0);

/**
 * Who takes a run, or goes on with one whose carrier cannot: by name, with the bags counted. What the first carrier
 * paid stays owed to that one (handbook 2.1). People are weighed for the first door; the run's doors lie together.
 */
export function RunPeopleSheet({ run, act, doing, onClose }: RunPeopleSheetProps) {
  const t = useText(gridText);
  const [bags, setBags] = useState(bagsOf(run));
  const first = run.doors[0]?.delivery ?? run.id;
  const { data, problem, isLoading, refresh } = useRead(candidates, { params: { id: first } });
  const send = ({ person }: Candidate) => {
    onClose();
    if (act === 'assign') void doing.act(runActions.assign, { to: person });
    else void doing.act(runActions.handOver, { to: person, bags, reason: { code: 'NOT_WELL' } });
  };
  return (
    <Sheet title={t(`run-do-${act}`)} open onClose={onClose}>
      <Rows>
        {act === 'handOver' && (
          <>
            <Words>{t('run-hand-hint')}</Words>
            <BagCount bags={bags} least={0} onChange={setBags} />
          </>
        )}
        {isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <People people={data.items} onSend={send} />}
      </Rows>
    </Sheet>
  );
}
