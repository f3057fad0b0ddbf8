import { candidates } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { FileId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Act, FailedRead, newId, useRead } from '@/api';
import { PricePad } from '@/features/deliveries/carrying/price-pad';
import { BagCount } from '@/features/deliveries/carrying/start-step';
import { type Candidate, People } from '@/features/deliveries/grid-desk/assign-sheet';
import { takePhoto, vibrate } from '@/platform';
import { useText } from '@/text';
import { gridText } from '@/text/grid';
import { gridMoneyText } from '@/text/grid-money';
import { Button, formatFen, Rows, Sheet, Skeleton, Words } from '@/ui';

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
  const [cash, setCash] = useState<number>();
  const [photo, setPhoto] = useState<File>();
  // money is said before anybody is named; without any out there is nothing to say
  const asksCash = act === 'handOver' && (run.cashHeldFen ?? 0) > 0;
  const isReady = !asksCash || cash !== undefined;
  const first = run.doors[0]?.delivery ?? run.id;
  const { data, problem, isLoading, refresh } = useRead(candidates, { params: { id: first } });
  const send = ({ person }: Candidate) => {
    onClose();
    if (act === 'assign') return void doing.act(runActions.assign, { to: person });
    const body = { to: person, bags, ...(asksCash && { cashFen: cash }), reason: { code: 'NOT_WELL' } };
    if (photo === undefined) return void doing.act(runActions.handOver, body);
    const id = z.parse(FileId, newId());
    void doing.act(runActions.handOver, { ...body, photo: id }, [{ id, file: photo, purpose: 'HANDOVER' }]);
  };
  return (
    <Sheet title={t(`run-do-${act}`)} open onClose={onClose}>
      <Rows>
        {act === 'handOver' && (
          <>
            <Words>{t('run-hand-hint')}</Words>
            <BagCount bags={bags} least={0} onChange={setBags} />
            <BagPhoto taken={photo !== undefined} onTake={setPhoto} />
          </>
        )}
        {asksCash && <PassedCash run={run} cash={cash} onChange={setCash} />}
        {isReady && isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {isReady && data && <People people={data.items} onSend={send} />}
      </Rows>
    </Sheet>
  );
}

type File = NonNullable<Awaited<ReturnType<typeof takePhoto>>>;
type BagPhotoProps = { readonly taken: boolean; readonly onTake: (file: File) => void };

/** The bags as they change hands, by a leader who stands beside them; whoever does not hands over by count alone. */
function BagPhoto({ taken, onTake }: BagPhotoProps) {
  const t = useText(gridText);
  const shoot = async () => {
    const file = await takePhoto('camera');
    if (file === undefined) return;
    vibrate();
    onTake(file);
  };
  return (
    <>
      <Button
        icon={taken ? 'check' : 'camera'}
        look={taken ? 'quiet' : 'main'}
        label={t(taken ? 'run-hand-photo-again' : 'run-hand-photo')}
        onPress={() => void shoot()}
      />
      {!taken && <Words tone="quiet">{t('run-hand-photo-hint')}</Words>}
    </>
  );
}

type PassedCashProps = {
  readonly run: RunView;
  readonly cash: number | undefined;
  readonly onChange: (fen: number) => void;
};

/** How much of the float goes along, counted by whoever passes it on; the next one counts it as well. */
function PassedCash({ run, cash, onChange }: PassedCashProps) {
  const t = useText(gridMoneyText);
  const [isCounting, setCounting] = useState(false);
  return (
    <>
      <Words>{t('cash-out', { money: formatFen(run.cashHeldFen ?? 0) })}</Words>
      <Button
        look={cash === undefined ? 'main' : 'quiet'}
        icon="yuan"
        label={cash === undefined ? t('cash-pass') : t('cash-passed', { money: formatFen(cash) })}
        onPress={() => setCounting(true)}
      />
      {isCounting && (
        <PricePad
          isCash
          title={t('cash-pass')}
          fen={cash ?? run.cashExpectedFen ?? 0}
          onClose={() => setCounting(false)}
          onChange={onChange}
        />
      )}
    </>
  );
}
