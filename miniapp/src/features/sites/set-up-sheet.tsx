import { siteActions } from '@grid-relief/shared-types/quarantine/site.contract';
import type { SiteRow } from '@grid-relief/shared-types/quarantine/site.schema';
import { useState } from 'react';
import { ActButton, SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { reasonWord, sitesText } from '@/text/sites';
import { Button, Field, Line, Rows, Sheet, Stepper, Words } from '@/ui';
import { RangeField } from './range-field';
import { roomRange } from './room-range';

/** What asks why; the reasons of each. */
const reasons = { closeIntake: ['FULL', 'REPAIR', 'INFECTED', 'OTHER'], close: ['ENDED', 'REBUILT', 'OTHER'] } as const;
type Asking = keyof typeof reasons;

type SetUpProps = { readonly site: SiteRow; readonly onClose: () => void };

/** A site as it is run: its name, when it warns, more rooms, and whether it takes people. */
export function SetUpSheet({ site, onClose }: SetUpProps) {
  const t = useText(sitesText);
  const doing = useAct(site.id);
  const [asked, setAsked] = useState<Asking>();
  const { actions, revision } = site;
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  if (asked) {
    const send = (code: string) => {
      onClose();
      void doing.act(siteActions[asked], { revision, reason: { code } });
    };
    return (
      <Sheet title={t('why')} open onClose={onClose}>
        <Rows gap={2}>
          {reasons[asked].map((code) => (
            <Button key={code} label={reasonWord(t, code)} onPress={() => send(code)} />
          ))}
        </Rows>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('set-up')} open onClose={onClose}>
      <Rows gap={2}>
        <SendingNote of={doing} />
        {isFree && actions.includes('change') && <Change site={site} onClose={onClose} />}
        {actions.includes('openIntake') && (
          <ActButton of={doing} does={siteActions.openIntake} look="main" label={t('openIntake')} />
        )}
        {isFree &&
          (Object.keys(reasons) as Asking[]) // its own keys
            .filter((one) => actions.includes(one))
            .map((one) => (
              <Button
                key={one}
                look={one === 'close' ? 'danger' : 'quiet'}
                label={t(one)}
                onPress={() => setAsked(one)}
              />
            ))}
      </Rows>
    </Sheet>
  );
}

function Change({ site, onClose }: SetUpProps) {
  const t = useText(sitesText);
  const { act } = useAct(site.id);
  const [name, setName] = useState(site.name);
  const [threshold, setThreshold] = useState(site.threshold);
  const [range, setRange] = useState({ first: '', count: 0 });
  const addRooms = roomRange(range.first, range.count);
  const said = name.trim();
  const send = () => {
    onClose();
    void act(siteActions.change, { ...{ revision: site.revision, name: said, threshold, addRooms } });
  };
  return (
    <>
      <Field label={t('name')} maxLength={30} value={name} onChange={setName} />
      <Line apart>
        <Words>{t('threshold')}</Words>
        <Stepper name={t('threshold')} value={threshold} onChange={setThreshold} />
      </Line>
      <Words strong>{t('add-rooms')}</Words>
      <RangeField value={range} onChange={setRange} />
      <Button
        look="main"
        icon="check"
        label={t('save')}
        disabledReason={said.length < 2 ? t('w-name') : undefined}
        onPress={send}
      />
    </>
  );
}
