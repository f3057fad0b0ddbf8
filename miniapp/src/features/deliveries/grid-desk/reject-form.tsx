import { reject } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Button, Choice, Field, Rows } from '@/ui';
import type { FormProps } from './desk-form';

/** "Not possible" never stands alone: a reason, and what the household should do instead (handbook 2.1). */
export function RejectForm({ of, doing, onClose }: FormProps) {
  const t = useText(deskText);
  const [code, setCode] = useState<string>();
  const [words, setWords] = useState('');
  const missing = code === undefined ? t('pick-one') : words.trim() === '' ? t('reject-next-needed') : undefined;
  const send = () => {
    if (code === undefined) return;
    onClose();
    void doing.act(reject, { reason: { code, words: words.trim() } });
  };
  return (
    <Rows>
      <Choice
        label={t('why-needed')}
        inOne
        value={code}
        onChange={setCode}
        options={(of.reasons ?? []).map((value) => ({ value: String(value), label: t(`reason-${value}`) }))}
      />
      <Field
        label={t('reject-next')}
        hint={t('reject-next-hint')}
        value={words}
        onChange={setWords}
        tall
        maxLength={300}
      />
      <Button look="danger" label={t('send-it')} disabledReason={missing} onPress={send} />
    </Rows>
  );
}
