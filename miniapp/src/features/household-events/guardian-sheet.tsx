import { welfareTaskActions } from '@grid-relief/shared-types/household-events/welfare-task.contract';
import { type Guardian, GuardianRelation } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { Phone } from '@grid-relief/shared-types/identity/identity.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { welfareText } from '@/text/welfare';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';

type SheetProps = { readonly doing: Act; readonly onClose: () => void };
const relations = GuardianRelation.options;

/** Who looks after them from now on; whether that is enough for the youngest, the server decides. */
export function GuardianSheet({ doing, onClose }: SheetProps) {
  const t = useText(welfareText);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [relation, setRelation] = useState<Guardian['relation']>();
  const [adult, setAdult] = useState<'yes' | 'no'>();
  const number = phone.trim() === '' ? undefined : z.safeParse(Phone, phone.trim()).data;
  const missing = missingOf({ name, isPhoneWrong: phone.trim() !== '' && number === undefined, relation, adult });
  const send = () => {
    if (!relation || !adult) return;
    onClose();
    const guardian = { name: name.trim(), relation, isAdult: adult === 'yes', ...(number ? { phone: number } : {}) };
    void doing.act(welfareTaskActions.nameGuardian, { guardian });
  };
  return (
    <Sheet title={t('nameGuardian')} open onClose={onClose}>
      <Rows>
        <Field label={t('name-of')} maxLength={40} value={name} onChange={setName} />
        <Field label={t('phone')} kind="tel" optional maxLength={11} value={phone} onChange={setPhone} />
        <Choice
          label={t('relation')}
          value={relation}
          onChange={setRelation}
          options={relations.map((value) => ({ value, label: t(`rel-${value}`) }))}
        />
        <Choice
          label={t('adult')}
          value={adult}
          onChange={setAdult}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`adult-${value}`) }))}
        />
        <Words tone="quiet">{t('young-hint')}</Words>
        <Button
          look="main"
          icon="check"
          label={t('save-guardian')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

type Typed = {
  readonly name: string;
  readonly isPhoneWrong: boolean;
  readonly relation: string | undefined;
  readonly adult: string | undefined;
};

/** What is still missing, in the order of the questions. Pure. */
function missingOf({ name, isPhoneWrong, relation, adult }: Typed) {
  if (name.trim() === '') return 'w-name';
  if (isPhoneWrong) return 'w-phone';
  if (relation === undefined) return 'w-relation';
  return adult === undefined ? 'w-adult' : undefined;
}
