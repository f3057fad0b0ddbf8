import { goOnDuty } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { volunteerText } from '@/text/volunteer';
import { Button, Card, Choice, Heading, Rows, Sheet, shanghaiTime, Temperature, usualTenths } from '@/ui';

const hours = ['2', '4', '6', '8'] as const;
const hourMs = 3_600_000;

type OnDutySheetProps = { readonly doing: Act; readonly open: boolean; readonly onClose: () => void };

/** Beginning of duty: temperature, symptoms, until when. A fever becomes a rest instead of a refusal. */
export function OnDutySheet({ doing, open, onClose }: OnDutySheetProps) {
  const t = useText(volunteerText);
  const [tenths, setTenths] = useState(usualTenths);
  const [symptoms, setSymptoms] = useState<'yes' | 'no'>();
  const [length, setLength] = useState<(typeof hours)[number]>('4');
  const untilOf = (many: string) => new Date(Date.now() + Number(many) * hourMs);
  const start = () => {
    onClose();
    const until = untilOf(length).toISOString();
    void doing.act(goOnDuty, { until, temperatureTenths: tenths, symptoms: symptoms === 'yes' });
  };
  return (
    <Sheet title={t('go-on')} open={open} onClose={onClose}>
      <Rows>
        <Card>
          <Heading size={5}>{t('temperature-title')}</Heading>
          <Temperature tenths={tenths} onChange={setTenths} />
        </Card>
        <Choice
          label={t('symptoms-title')}
          options={[
            { value: 'no', label: t('symptoms-no') },
            { value: 'yes', label: t('symptoms-yes') },
          ]}
          value={symptoms}
          onChange={setSymptoms}
        />
        <Choice
          label={t('until-title')}
          options={hours.map((value) => ({
            value,
            label: t('until-hours', { hours: value, time: shanghaiTime(untilOf(value)).time }),
          }))}
          value={length}
          onChange={setLength}
        />
        <Button
          look="main"
          label={t('on-confirm')}
          disabledReason={symptoms === undefined ? t('on-why') : undefined}
          onPress={start}
        />
      </Rows>
    </Sheet>
  );
}
