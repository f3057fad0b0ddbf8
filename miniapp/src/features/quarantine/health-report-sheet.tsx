import { symptoms as allSymptoms, type Symptom } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { useState } from 'react';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { Button, Chip, Heading, Line, Rows, Sheet, Temperature, usualTenths } from '@/ui';

/** What somebody says of their health; tenths of a degree. */
type Said = { readonly temperatureTenths: number; readonly symptoms: Symptom[] };
type HealthReportProps = {
  readonly open: boolean;
  readonly onSay: (said: Said) => void;
  readonly onClose: () => void;
};

/** Two taps when well: open it, send it. Unwell asks what, and says that a doctor comes. */
export function HealthReportSheet({ open, onSay, onClose }: HealthReportProps) {
  const t = useText(myDaysText);
  return (
    <Sheet title={t('report')} open={open} onClose={onClose}>
      {/* a sheet draws its inside anew each time it opens: what was said last time, or of somebody else, is nobody's answer now */}
      <HealthReport onSay={onSay} onClose={onClose} />
    </Sheet>
  );
}

function HealthReport({ onSay, onClose }: Omit<HealthReportProps, 'open'>) {
  const t = useText(myDaysText);
  const [tenths, setTenths] = useState(usualTenths);
  const [isUnwell, setUnwell] = useState(false);
  const [chosen, setChosen] = useState<readonly Symptom[]>([]);
  const send = (symptoms: readonly Symptom[]) => {
    onClose();
    onSay({ temperatureTenths: tenths, symptoms: [...symptoms] });
  };
  const toggle = (symptom: Symptom) =>
    setChosen((now) => (now.includes(symptom) ? now.filter((one) => one !== symptom) : [...now, symptom]));
  return (
    <Rows>
      <Temperature tenths={tenths} onChange={setTenths} />
      {isUnwell ? (
        <>
          <Heading size={5}>{t('symptoms-title')}</Heading>
          <Line>
            {allSymptoms.map((symptom) => (
              <Chip
                key={symptom}
                label={t(`symptom-${symptom}`)}
                chosen={chosen.includes(symptom)}
                onPress={() => toggle(symptom)}
              />
            ))}
          </Line>
          <Button
            look="main"
            icon="heart"
            label={t('send')}
            disabledReason={chosen.length === 0 ? t('choose-one') : undefined}
            onPress={() => send(chosen)}
          />
        </>
      ) : (
        <>
          <Button look="main" icon="check" label={t('fine')} onPress={() => send([])} />
          <Button icon="warning" label={t('unwell')} onPress={() => setUnwell(true)} />
        </>
      )}
    </Rows>
  );
}
