import { openInvestigation } from '@grid-relief/shared-types/investigations/investigation.contract';
import { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { call, newId, type Problem, RefusedWords, refreshAll } from '@/api';
import { AreaPicker } from '@/features/returnees/area-picker';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { investigationsText } from '@/text/investigations';
import { Button, Field, Rows, Sheet, Words } from '@/ui';
import { openCase } from './open-case';

const phonePattern = /^1\d{10}$/;

/** A case that was found elsewhere: who, and where they live. Where one is open for the person, the way leads there. */
export function OpenSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText(interviewText);
  const tCase = useText(investigationsText);
  // made once: sent again after a lost answer, it is the same investigation
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [area, setArea] = useState<{ readonly id: string; readonly name: string }>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const where = z.safeParse(AreaId, area?.id).data;
  const hasPhone = phone === '' || phonePattern.test(phone);
  const missing = name.trim() === '' ? t('w-name') : hasPhone ? (where ? undefined : t('w-area')) : t('w-phone');
  const other = problem?.type === 'already-open' ? problem.open : undefined;
  const send = async () => {
    if (!where) return;
    setBusy(true);
    const body = { id: RecordId.parse(id), name: name.trim(), area: where, ...(phone === '' ? {} : { phone }) };
    const outcome = await call(openInvestigation, { body });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (!outcome.ok) return;
    refreshAll();
    onClose();
    openCase(id);
  };
  return (
    <Sheet title={tCase('open')} open onClose={onClose}>
      <Rows>
        <Words tone="quiet">{tCase('open-hint')}</Words>
        <Field label={t('k-name')} maxLength={40} value={name} onChange={setName} />
        <Field label={t('k-phone')} kind="tel" optional maxLength={11} value={phone} onChange={setPhone} />
        <AreaPicker
          nearby
          area={area?.id}
          name={area?.name ?? ''}
          onChange={(chosen, label) => setArea(chosen === undefined ? undefined : { id: chosen, name: label })}
          error={undefined}
        />
        <RefusedWords of={problem} instead={other && tCase('already')} />
        {other !== undefined && <Button icon="right" label={tCase('see-it')} onPress={() => openCase(other)} />}
        <Button
          look="main"
          icon="check"
          label={tCase('open-send')}
          busy={isBusy}
          disabledReason={missing}
          onPress={() => void send()}
        />
      </Rows>
    </Sheet>
  );
}
