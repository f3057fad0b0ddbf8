import { FileId } from '@grid-relief/shared-types/primitives/ids';
import { symptoms as allSymptoms, type Symptom } from '@grid-relief/shared-types/quarantine/health-report.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type FileToSend, newId } from '@/api';
import { useText } from '@/text';
import { myDaysText } from '@/text/my-days';
import { Button, Chip, Heading, Line, Rows, Sheet, Temperature, usualTenths } from '@/ui';
import { noTest, SelfTestFields, type TestOf } from './self-test-fields';

/** What somebody says of their health; tenths of a degree. */
type Said = {
  readonly temperatureTenths: number;
  readonly symptoms: Symptom[];
  readonly selfTest?: 'NEGATIVE' | 'POSITIVE';
  readonly selfTestPhoto?: FileId;
};
type HealthReportProps = {
  readonly open: boolean;
  /** Today asks for a self-test: of the person with a photo, on the phone without one; absent: nobody asks. */
  readonly asksTest?: 'SELF' | 'PHONE' | undefined;
  readonly onSay: (said: Said, files: readonly FileToSend[]) => void;
  readonly onClose: () => void;
};

/** Two taps when well: open it, send it. Unwell asks what, and says that a doctor comes. */
export function HealthReportSheet({ open, ...report }: HealthReportProps) {
  const t = useText(myDaysText);
  return (
    <Sheet title={t('report')} open={open} onClose={report.onClose}>
      {/* a sheet draws its inside anew each time it opens: what was said last time, or of somebody else, is nobody's answer now */}
      <HealthReport {...report} />
    </Sheet>
  );
}

function HealthReport({ asksTest, onSay, onClose }: Omit<HealthReportProps, 'open'>) {
  const t = useText(myDaysText);
  const [tenths, setTenths] = useState(usualTenths);
  const [isUnwell, setUnwell] = useState(false);
  const [test, setTest] = useState(noTest);
  const send = (symptoms: readonly Symptom[]) => {
    onClose();
    const { said, files } = tested(test);
    onSay({ temperatureTenths: tenths, symptoms: [...symptoms], ...said }, files);
  };
  const isPositive = test.said === 'POSITIVE';
  return (
    <Rows>
      <Temperature tenths={tenths} onChange={setTenths} />
      {asksTest && <SelfTestFields how={asksTest} test={test} onChange={setTest} />}
      {isUnwell ? (
        <Unwell onSend={send} />
      ) : (
        <>
          <Button
            look="main"
            icon={isPositive ? 'heart' : 'check'}
            label={t(isPositive ? 'send' : 'fine')}
            onPress={() => send([])}
          />
          <Button icon="warning" label={t('unwell')} onPress={() => setUnwell(true)} />
        </>
      )}
    </Rows>
  );
}

/** What was said about a test as the contract has it, and the photo that goes before it. */
function tested({ said, photo }: TestOf): { said: Pick<Said, 'selfTest' | 'selfTestPhoto'>; files: FileToSend[] } {
  const result = said === 'LATER' ? {} : { selfTest: said };
  if (photo === undefined) return { said: result, files: [] };
  const id = z.parse(FileId, newId());
  return { said: { ...result, selfTestPhoto: id }, files: [{ id, file: photo, purpose: 'SELF_TEST' }] };
}

function Unwell({ onSend }: { readonly onSend: (symptoms: readonly Symptom[]) => void }) {
  const t = useText(myDaysText);
  const [chosen, setChosen] = useState<readonly Symptom[]>([]);
  const toggle = (symptom: Symptom) =>
    setChosen((now) => (now.includes(symptom) ? now.filter((one) => one !== symptom) : [...now, symptom]));
  return (
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
        onPress={() => onSend(chosen)}
      />
    </>
  );
}
