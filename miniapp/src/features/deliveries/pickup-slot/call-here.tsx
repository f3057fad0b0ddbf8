import { type PickupSlotView, pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import * as z from '@grid-relief/shared-types/zod';
import { type ReactNode, useState } from 'react';
import type { Act } from '@/api';
import { vibrate } from '@/platform';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Words } from '@/ui';
import { NumberStepper } from './put-down-step';
import { UnsentNote } from './unsent-note';

type CallHereProps = {
  readonly slot: PickupSlotView;
  readonly doing: Act;
  /** A free number, where several bags on the screen need one each. */
  readonly suggested?: number | undefined;
  /** Behind a button: for whoever is mostly somewhere else. */
  readonly isFolded?: boolean | undefined;
};

const { call } = pickupSlotActions;

/** Puts a bag on a number and calls its household; a number that has a bag already is answered with a free one. */
export function CallHere({ slot, doing, suggested, isFolded = false }: CallHereProps) {
  const t = useText(pickupPlaceText);
  const [chosen, setChosen] = useState<number>();
  const [isOpen, setOpen] = useState(!isFolded);
  const number = chosen ?? slot.number ?? suggested ?? slot.freeNumber ?? 1;
  const callOn = (on: number) => {
    vibrate();
    setChosen(on);
    void doing.act(call, { number: on });
  };
  const isRefused = doing.refused?.command.name === call.name;
  const mayCall = slot.actions.includes('call') && !isRefused;
  return (
    <>
      {isRefused ? <Refused slot={slot} doing={doing} onCall={callOn} /> : <UnsentNote of={doing} />}
      {mayCall && slot.bagThere && <Button icon="bell" label={t('call-now')} onPress={() => callOn(number)} />}
      {mayCall && !slot.bagThere && !isOpen && (
        <Button icon="bell" label={t('is-there')} onPress={() => setOpen(true)} />
      )}
      {mayCall && !slot.bagThere && isOpen && (
        <>
          <NumberStepper number={number} slot={slot} onChange={setChosen} />
          <Button icon="bell" label={t('put-down', { number })} onPress={() => callOn(number)} />
        </>
      )}
    </>
  );
}

type RefusedProps = Pick<CallHereProps, 'slot' | 'doing'> & { readonly onCall: (number: number) => void };

function Refused({ slot: { numbers }, doing, onCall }: RefusedProps) {
  const t = useText(pickupPlaceText);
  const { command, problem } = doing.refused ?? {};
  const number = z.safeParse(call.body, command?.body).data?.number ?? 0;
  const free = problem?.freeNumber;
  const leave = <Button look="link" label={t('leave-it')} onPress={doing.discard} />;
  if (problem?.type === 'invalid-input' && numbers !== undefined) {
    return (
      <Told title={t('too-far')} next={t('too-far-next', { numbers })}>
        {leave}
      </Told>
    );
  }
  if (problem?.type !== 'capacity-full') return <UnsentNote of={doing} />;
  const take = (on: number) => {
    doing.discard();
    onCall(on);
  };
  return (
    <Told
      title={t('number-taken', { number })}
      next={free === undefined ? t('number-taken-full') : t('number-taken-next', { free })}
    >
      {free !== undefined && <Button icon="bell" label={t('use-number', { free })} onPress={() => take(free)} />}
      {leave}
    </Told>
  );
}

type ToldProps = { readonly title: string; readonly next: string; readonly children: ReactNode };

function Told({ title, next, children }: ToldProps) {
  return (
    <Card tone="amber">
      <Words size={5} strong block reads={{ role: 'alert' }}>
        {title}
      </Words>
      <Words block>{next}</Words>
      {children}
    </Card>
  );
}
