import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import type { HouseholdRow } from '@grid-relief/shared-types/households/household.schema';
import type { ConsentHow, DoorPlace } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { doorSensorsText } from '@/text/door-sensors';
import { Button, Choice, EmptyState, Field, ListRow, Rows, Sheet, Skeleton } from '@/ui';

const places: readonly DoorPlace[] = ['FRONT', 'BACK', 'YARD'];
const ways: readonly ConsentHow[] = ['SIGNED', 'SPOKEN'];

/** What was said at the door, as it is sent. */
export interface Installation {
  readonly household: HouseholdRow['id'];
  readonly place: DoorPlace;
  readonly consent: ConsentHow;
  readonly told: true;
}

type InstallProps = { readonly onClose: () => void; readonly onInstall: (said: Installation) => void };

/** At the door, with one hand: whose door, what was explained, how they said yes. Without all three there is no button. */
export function InstallSheet({ onClose, onInstall }: InstallProps) {
  const t = useText(doorSensorsText);
  const [home, setHome] = useState<HouseholdRow>();
  const [place, setPlace] = useState<DoorPlace>('FRONT');
  const [isTold, setTold] = useState(false);
  const [consent, setConsent] = useState<ConsentHow>();
  return (
    <Sheet title={home ? home.doorCode : t('install')} open onClose={onClose}>
      <Rows>
        {home === undefined && <FindHome onChoose={setHome} />}
        {home && (
          <>
            <Choice
              label={t('install-place')}
              value={place}
              onChange={setPlace}
              options={places.map((value) => ({ value, label: t(`place-${value}`) }))}
            />
            <Choice
              label={t('install-told')}
              value={isTold ? 'yes' : undefined}
              onChange={() => setTold(true)}
              options={[{ value: 'yes', label: t('told-yes') }]}
            />
            <Choice
              label={t('install-consent')}
              value={consent}
              onChange={setConsent}
              options={ways.map((value) => ({ value, label: t(`how-${value}`) }))}
            />
            {isTold && consent && (
              <Button
                look="main"
                icon="check"
                label={t('install-go')}
                onPress={() => onInstall({ household: home.id, place, consent, told: true })}
              />
            )}
          </>
        )}
      </Rows>
    </Sheet>
  );
}

function FindHome({ onChoose }: { readonly onChoose: (home: HouseholdRow) => void }) {
  const t = useText(doorSensorsText);
  const [typed, setTyped] = useState('');
  const [door, setDoor] = useState('');
  const search = () => setDoor(typed.trim());
  return (
    <>
      <Field label={t('install-door')} value={typed} onChange={setTyped} maxLength={40} onConfirm={search} />
      <Button icon="search" label={t('install-find')} onPress={search} />
      {door !== '' && <Found door={door} onChoose={onChoose} />}
    </>
  );
}

type FoundProps = { readonly door: string; readonly onChoose: (home: HouseholdRow) => void };

function Found({ door, onChoose }: FoundProps) {
  const t = useText(doorSensorsText);
  const { data, problem, isLoading, refresh } = useRead(findHouseholds, { body: { door, limit: 20 } });
  if (isLoading) return <Skeleton rows={2} height={120} />;
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  if (data.items.length === 0) {
    return <EmptyState title={t('install-none')} hint={t('install-none-hint')} picture="door" />;
  }
  return (
    <>
      {data.items.map((home, nth) => (
        <ListRow
          key={home.id}
          title={`${home.doorCode} · ${home.nameMasked}`}
          onPress={() => onChoose(home)}
          last={nth === data.items.length - 1}
        />
      ))}
    </>
  );
}
