import { answerAddress } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { requestChangesText } from '@/text/request-changes';
import { Button, Field, Rows, Words } from '@/ui';
import type { ChangeProps } from './change-props';

const parts = ['compound', 'building', 'unit', 'floor', 'room'] as const;
type Part = (typeof parts)[number];
const blank: Readonly<Record<Part, string>> = { compound: '', building: '', unit: '', floor: '', room: '' };

/** The way in words, and the right door when the written one is wrong; the old address is kept as a version. */
export function AddressForm({ view, doing, onClose }: ChangeProps) {
  const t = useText(requestChangesText);
  const known = view.household?.address;
  const [words, setWords] = useState('');
  const [isFixing, setFixing] = useState(false);
  const [fields, setFields] = useState({ ...blank, ...known, floor: String(known?.floor ?? '') });
  const isWhole = parts.every((part) => fields[part].trim() !== '') && /^-?\d{1,2}$/.test(fields.floor);
  const isReady = isFixing ? isWhole : words.trim() !== '';
  const send = () => {
    const { compound, building, unit, room } = fields;
    const address = { compound, building, unit, room, floor: Number(fields.floor) };
    onClose();
    void doing.act(answerAddress, {
      ...(words.trim() !== '' && { words: words.trim() }),
      ...(isFixing && { address }),
    });
  };
  return (
    <Rows>
      <Field label={t('address-words')} value={words} onChange={setWords} tall maxLength={200} />
      {!isFixing && <Button look="link" icon="edit" label={t('address-fix')} onPress={() => setFixing(true)} />}
      {isFixing && <Words tone="quiet">{t('address-kept')}</Words>}
      {isFixing &&
        parts.map((part) => (
          <Field
            key={part}
            label={t(`address-${part}`)}
            kind={part === 'floor' ? 'number' : 'text'}
            value={fields[part]}
            onChange={(value) => setFields({ ...fields, [part]: value })}
            maxLength={20}
          />
        ))}
      <Button
        look="main"
        label={t('address-send')}
        disabledReason={isReady ? undefined : t('address-needed')}
        onPress={send}
      />
    </Rows>
  );
}
