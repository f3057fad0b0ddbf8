import { vehicleActions, vehicleDisinfected } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { VehicleView } from '@grid-relief/shared-types/transfers/vehicle.schema';
import { useState } from 'react';
import { type Act, ActButton, SendingNote, useAct, useMayAsk } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { fleetText, fleetWord } from '@/text/fleet';
import { Button, Card, Line, Rows, Sheet, StatusChip, Words } from '@/ui';

const looks = {
  IN_SERVICE: { icon: 'check', tone: 'leaf' },
  ON_TRIP: { icon: 'car', tone: 'info' },
  STRANDED: { icon: 'warning', tone: 'danger' },
} as const;
const otherwise = { icon: 'lock', tone: 'quiet' } as const;
/** What asks why. */
const reasons = { takeOutOfService: ['REPAIR', 'INSPECTION', 'LENT'], retire: ['SOLD'] } as const;
type Asking = keyof typeof reasons;

const standing = ({ state, trip, stranded }: VehicleView): string => {
  if (stranded) return 'STRANDED';
  return trip === undefined ? state : 'ON_TRIP';
};

type CardProps = { readonly vehicle: VehicleView; readonly onChange: () => void };

/** One vehicle and what may be done about it now, as the server says. */
export function VehicleCard({ vehicle, onChange }: CardProps) {
  const t = useText(fleetText);
  const doing = useAct(vehicle.id);
  const mayClean = useMayAsk(vehicleDisinfected);
  const [asked, setAsked] = useState<Asking>();
  const { plate, seats, partition, carries, drivers, trip, stranded, reason, actions } = vehicle;
  const state = standing(vehicle);
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const facts = [
    ...[t('seats', { seats }), t(partition ? 'partition' : 'no-partition')],
    ...(carries.length > 0 ? [t('carries', { what: carries.map((one) => t(`n-${one}`)).join(' · ') })] : []),
  ];
  const names = drivers.map(({ label }) => label).join(' · ');
  return (
    <Card tone={stranded ? 'danger' : 'plain'} label={plate}>
      <Rows gap={2}>
        <Line apart>
          <Words size={4} strong>
            {plate}
          </Words>
          <StatusChip {...(looks[state as keyof typeof looks] ?? otherwise)} label={fleetWord(t, 's', state)} />
        </Line>
        <Words block>{facts.join(' · ')}</Words>
        <Words tone="quiet" block>
          {names === '' ? t('any-driver') : t('drivers', { names })}
        </Words>
        {reason !== undefined && <Words block>{fleetWord(t, 'r', reason)}</Words>}
        <SendingNote of={doing} />
        {trip !== undefined && (
          <Button
            icon="car"
            label={t('to-trip')}
            onPress={() => void openPage('/packages/transfer/trip/index', { id: trip })}
          />
        )}
        {stranded && mayClean && (
          <ActButton of={doing} does={vehicleDisinfected} body={{ trip }} look="main" label={t('clean')} />
        )}
        {isFree && actions.includes('change') && <Button icon="edit" label={t('change')} onPress={onChange} />}
        {actions.includes('bringBack') && (
          <ActButton of={doing} does={vehicleActions.bringBack} look="main" label={t('bringBack')} />
        )}
        {isFree &&
          trip === undefined &&
          (Object.keys(reasons) as Asking[]) // its own keys
            .filter((one) => actions.includes(one))
            .map((one) => <Button key={one} label={t(one)} onPress={() => setAsked(one)} />)}
      </Rows>
      {asked && <Why asked={asked} doing={doing} onClose={() => setAsked(undefined)} />}
    </Card>
  );
}

type WhyProps = { readonly asked: Asking; readonly doing: Act; readonly onClose: () => void };

/** One tap says why. */
function Why({ asked, doing, onClose }: WhyProps) {
  const t = useText(fleetText);
  return (
    <Sheet title={t('why')} open onClose={onClose}>
      <Rows gap={2}>
        {[...reasons[asked], 'OTHER_REASON'].map((code) => (
          <Button
            key={code}
            label={fleetWord(t, 'r', code)}
            onPress={() => {
              onClose();
              void doing.act(vehicleActions[asked], { reason: { code } });
            }}
          />
        ))}
      </Rows>
    </Sheet>
  );
}
