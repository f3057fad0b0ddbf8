import { useState } from 'react';
import { useText } from '@/text';
import { returneesText, wordOf } from '@/text/returnees';
import { Button, Field, Rows, Sheet } from '@/ui';
import { InfoForm } from './info-form';
import type { PersonAct } from './person-acts';

type QuestionProps = {
  readonly asked: PersonAct;
  readonly onSend: (body: object) => void;
  readonly onClose: () => void;
};

/** What has to be said beside the tap: one reason, whether somebody answered, what was learnt, or who takes over. */
export function Question({ asked, onSend, onClose }: QuestionProps) {
  const t = useText(returneesText);
  const { act, form, reasons = [] } = asked;
  return (
    <Sheet title={wordOf(t, 'w', act)} open onClose={onClose}>
      <Rows gap={2}>
        {form === 'call' && (
          <>
            <Button icon="check" label={t('answered')} onPress={() => onSend({ answered: true })} />
            <Button icon="cross" label={t('not-answered')} onPress={() => onSend({ answered: false })} />
          </>
        )}
        {form === 'reason' &&
          reasons.map((code) => (
            <Button key={code} label={t(`r-${code}`)} onPress={() => onSend({ reason: { code } })} />
          ))}
        {form === 'info' && <InfoForm onSend={onSend} />}
        {form === 'county' && <OtherCounty asked={asked} onSend={onSend} />}
      </Rows>
    </Sheet>
  );
}

function OtherCounty({ asked: { act, reasons }, onSend }: Omit<QuestionProps, 'onClose'>) {
  const t = useText(returneesText);
  const [county, setCounty] = useState('');
  const code = reasons?.[0];
  const named = act === 'confirmHandOut' ? { takenBy: county } : { county };
  return (
    <>
      <Field label={t('other-county')} value={county} maxLength={80} onChange={setCounty} />
      <Button
        look="main"
        label={wordOf(t, 'w', act)}
        disabledReason={county.trim().length < 2 ? t('need-county') : undefined}
        onPress={() => onSend({ ...named, ...(code !== undefined && { reason: { code } }) })}
      />
    </>
  );
}
