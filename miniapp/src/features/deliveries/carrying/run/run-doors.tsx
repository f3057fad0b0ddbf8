import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { carryingRunText } from '@/text/carrying-run';
import { Card, Heading, Icon, Line, StatusChip, useMarks, View, Words } from '@/ui';
import { isFetched } from '../../pickup-slot/fetched';
import { bagsForPlace } from '../../pickup-slot/run-place';
import { openDelivery } from '../doors';
import { useStateWords } from '../step-frame';
import { wordsForDoor } from '../way-words';
import { needsCount } from './count-button';
import { addressOf, isDoorLeft } from './run-figures';

type Door = RunView['doors'][number];

/** No door to go to now, and the bags are with the carrier all the same. */
const stillInHand: readonly string[] = ['RETURNED', 'FAILED_DELIVERY'];

/** Doors in walking order, stairs by stairs; what is done moves to the end and is quiet. */
export function RunDoors({ run }: { readonly run: RunView }) {
  const t = useText(carryingRunText);
  // bags for a place have a row of their own above, until they stand there
  const atPlace = run.state === 'DOORS' ? bagsForPlace(run).map(({ id }) => id) : [];
  const ordered = run.doors.filter(({ delivery }) => !atPlace.includes(delivery)).sort((a, b) => a.order - b.order);
  const left = ordered.filter(isDoorLeft);
  const back = ordered.filter(({ state }) => stillInHand.includes(state));
  const done = ordered.filter((door) => !isDoorLeft(door) && !back.includes(door));
  const next = run.state === 'DOORS' ? left[0]?.delivery : undefined;
  const row = (door: Door) => <DoorRow key={door.delivery} run={run} door={door} isNext={door.delivery === next} />;
  return (
    <>
      {left.length > 0 && <Heading>{t('run-doors-title')}</Heading>}
      {byStairs(run, left).map(({ stairs, doors }) => (
        <Stairs key={stairs + doors[0]?.delivery} name={stairs}>
          {doors.map(row)}
        </Stairs>
      ))}
      {back.length > 0 && <Heading>{t('run-in-hand')}</Heading>}
      {back.map(row)}
      {done.length > 0 && <Heading>{t('run-done-doors')}</Heading>}
      {done.map(row)}
    </>
  );
}

function Stairs({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      {name !== '' && <Heading size={5}>{name}</Heading>}
      {children}
    </>
  );
}

/** Neighbouring doors of one staircase together, the walking order kept. */
function byStairs(run: RunView, doors: readonly Door[]): { readonly stairs: string; readonly doors: Door[] }[] {
  const groups: { stairs: string; doors: Door[] }[] = [];
  for (const door of doors) {
    const address = addressOf(run, door);
    const stairs = address === undefined ? '' : `${address.building} ${address.unit}`;
    const last = groups.at(-1);
    if (last?.stairs === stairs) last.doors.push(door);
    else groups.push({ stairs, doors: [door] });
  }
  return groups;
}

type DoorRowProps = { readonly run: RunView; readonly door: Door; readonly isNext: boolean };

/** One door: its number large, what hangs on the bag, and whatever one should know before going up. */
function DoorRow({ run, door, isNext }: DoorRowProps) {
  const marks = useMarks();
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const view = run.deliveries.find(({ id }) => id === door.delivery);
  // nobody goes to the door of what is fetched
  const toDoor = !(view && isFetched(view));
  const address = toDoor ? addressOf(run, door) : undefined;
  const isLeft = isDoorLeft(door);
  const counts = [
    t('items-count', { count: door.itemCount }),
    // whoever takes over counts for themselves
    !needsCount(run) && view?.bags && tCarry('bags-count', { count: view.bags }),
  ];
  const told = isLeft && view ? wordsForDoor(view) : [];
  return (
    <Card tone={isNext ? 'leaf' : 'plain'} onPress={() => openDelivery(door.delivery)}>
      <View className="run-door">
        <Words size={isLeft ? 1 : 3} strong tone={isLeft ? 'plain' : 'quiet'}>
          {address?.room ?? (toDoor ? door.door : undefined) ?? door.code}
        </Words>
        <View className="run-door-words">
          <Words size={5} strong>
            {address === undefined ? door.code : t('run-door-note', { floor: address.floor, code: door.code })}
          </Words>
          <Words tone="quiet">{counts.filter(Boolean).join(' · ')}</Words>
        </View>
        <Icon name="right" />
      </View>
      <DoorChips door={door} view={view} isNext={isNext} isLeft={isLeft} />
      {told.map(({ key, words: said }) => (
        <Words key={`${key}${said}`} tone="amber" block>
          {marks.said(tCarry(key), said)}
        </Words>
      ))}
    </Card>
  );
}

/** States in which a door goes the way of all the others, so that saying it seven times says nothing. */
const withTheRun: readonly string[] = ['BATCHED', 'ACCEPTED', 'SHOPPING', 'PURCHASED', 'IN_TRANSIT'];

type DoorChipsProps = Omit<DoorRowProps, 'run'> & {
  readonly view: DeliveryView | undefined;
  readonly isLeft: boolean;
};

/** Where it stands when that differs from the others, needs of the household, something to hear, and what is not sent. */
function DoorChips({ door, view, isNext, isLeft }: DoorChipsProps) {
  const t = useText(carryingText);
  const tRun = useText(carryingRunText);
  const words = useStateWords();
  const doing = useAct(door.delivery);
  const stateWords = door.state === 'RETURNED' ? tRun('run-take-back') : words(door.state);
  const isOrdinary = withTheRun.includes(door.state);
  const isInHand = stillInHand.includes(door.state);
  const done = isInHand ? ({ icon: 'undo', tone: 'amber' } as const) : ({ icon: 'check', tone: 'leaf' } as const);
  return (
    <Line>
      {isNext && <StatusChip icon="bike" tone="leaf" label={tRun('run-next')} />}
      {!isOrdinary && <StatusChip {...(isLeft ? { icon: 'clock', tone: 'info' } : done)} label={stateWords} />}
      {isLeft && door.cold && <StatusChip icon="thermometer" tone="info" label={t('cold')} />}
      {isLeft &&
        view?.needs.map((need) => <StatusChip key={need} icon="heart" tone="info" label={t(`need-${need}`)} />)}
      {isLeft && view?.voiceNote !== undefined && <StatusChip icon="mic" tone="info" label={tRun('note-VOICE')} />}
      {doing.state !== 'refused' && doing.state !== 'sent' && <SendingNote of={doing} />}
      {doing.state === 'refused' && <StatusChip icon="warning" tone="danger" label={t('trouble')} />}
    </Line>
  );
}
