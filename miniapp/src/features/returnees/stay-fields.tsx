import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { Choice, Field, Rows, Words } from '@/ui';
import { AreaPicker } from './area-picker';
import type { PartProps } from './person-fields';
import { daysAhead, destinationKinds, type Mode } from './report-draft';
import { needsOwnHome } from './report-rules';

const hours = ['8', '12', '17', '21'] as const;

type DayProps = {
  readonly label: string;
  readonly day: string | undefined;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
};

/** On which of the next days somebody arrives. */
export function DayChoice({ label, day, onChange, error }: DayProps) {
  const t = useText(reportText);
  return (
    <Choice
      label={label}
      value={daysAhead.find((one) => one === day)}
      onChange={onChange}
      options={daysAhead.map((value) => ({ value, label: t(`day-${value}`) }))}
      error={error}
    />
  );
}

/** When they arrive, and how; nothing of it is asked of somebody who is here. */
export function TripFields({ draft, change, wrong, mode }: PartProps & { readonly mode: Mode }) {
  const t = useText(reportText);
  return (
    <Rows>
      {mode === 'home' && (
        <>
          <DayChoice
            label={t('when')}
            day={draft.day}
            onChange={(day) => change({ day })}
            error={wrong.at('/plannedArrival').error}
          />
          <Choice
            label={t('hour')}
            value={hours.find((one) => one === draft.hour)}
            onChange={(hour) => change({ hour })}
            options={hours.map((value) => ({ value, label: t(`hour-${value}`) }))}
          />
          <Field
            label={t('entry')}
            optional
            maxLength={60}
            value={draft.entry}
            onChange={(entry) => change({ entry })}
          />
        </>
      )}
      <Field
        label={t('transport')}
        optional
        maxLength={120}
        value={draft.transport}
        onChange={(transport) => change({ transport })}
      />
    </Rows>
  );
}

type StayProps = PartProps & { readonly mode: Mode; readonly home: string | undefined };

/** Where they will stay; without a household here somebody has to answer for them. */
export function StayFields({ draft, change, wrong, mode, home }: StayProps) {
  const t = useText(reportText);
  const { kind, area, areaName, place, hostName, hostPhone } = draft;
  const isHome = kind === 'HOUSEHOLD' && mode === 'home';
  const hasNone = needsOwnHome(draft, mode, home);
  return (
    <Rows>
      <Choice
        label={t('stay')}
        value={kind}
        onChange={(value) => change({ kind: value })}
        options={destinationKinds.map((value) => ({ value, label: t(`to-${value}`) }))}
        error={hasNone ? t('no-own-home') : wrong.at('/destination/household').error}
      />
      {isHome ? (
        home !== undefined && <Words>{t('own-home', { home })}</Words>
      ) : (
        <>
          <AreaPicker
            area={area}
            name={areaName}
            onChange={(id, name) => change({ area: id, areaName: name })}
            error={wrong.at('/destination/area').error}
          />
          <Field
            label={t('place')}
            maxLength={120}
            value={place}
            onChange={(words) => change({ place: words })}
            {...wrong.at('/destination/place')}
          />
        </>
      )}
      {kind !== 'HOUSEHOLD' && (
        <>
          <Field
            label={t('host-name')}
            hint={t('host-hint')}
            maxLength={60}
            value={hostName}
            onChange={(name) => change({ hostName: name })}
            {...wrong.at('/destination/responsibleHost')}
          />
          <Field
            label={t('host-phone')}
            kind="tel"
            maxLength={11}
            value={hostPhone}
            onChange={(phone) => change({ hostPhone: phone })}
            {...wrong.at('/destination/responsibleHost/phone')}
          />
        </>
      )}
    </Rows>
  );
}
