import { resolveDispute } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { proofPhotoText } from '@/text/proof-photo';
import { Button, Card, Choice, Field, Rows, useMarks, Words } from '@/ui';
import { ProofPhoto } from '../proof-photo';
import type { FormProps } from './desk-form';
import { useDeskWords } from './desk-words';

const decisions = ['REFUND', 'REDELIVER', 'ACCEPT', 'UNFOUNDED'] as const;
type Decision = (typeof decisions)[number];

/** Yuan as typed, in fen; undefined when it is not an amount. */
export function fenOf(typed: string): number | undefined {
  const [, yuan, rest = ''] = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
}

/** The leader's word on a complaint; the household reads why. */
export function DisputeForm({ view, doing, onClose }: FormProps) {
  const marks = useMarks();
  const t = useText(deskText);
  const tPhoto = useText(proofPhotoText);
  const deskWords = useDeskWords();
  const [decision, setDecision] = useState<Decision>();
  const [yuan, setYuan] = useState('');
  const [words, setWords] = useState('');
  const said = deskWords.reason(view.timeline.filter(({ action }) => action === 'dispute').pop()?.reason);
  const refundFen = fenOf(yuan);
  const lacksMoney = decision === 'REFUND' && (refundFen === undefined || refundFen === 0);
  const missing = decision === undefined ? t('pick-one') : lacksMoney ? t('dispute-fen-wrong') : undefined;
  const send = () => {
    if (decision === undefined) return;
    onClose();
    void doing.act(resolveDispute, {
      decision,
      ...(decision === 'REFUND' && refundFen !== undefined && { refundFen }),
      reason: { code: decision, ...(words.trim() !== '' && { words: words.trim() }) },
    });
  };
  return (
    <Rows>
      {said !== undefined && (
        <Card tone="amber">
          <Words>{marks.said(t('dispute-said'), said)}</Words>
        </Card>
      )}
      <ProofPhoto id={view.disputePhoto} label={tPhoto('DISPUTE')} />
      <Choice
        label={t('do-resolveDispute')}
        value={decision}
        onChange={setDecision}
        options={decisions.map((value) => ({ value, label: t(`dispute-${value}`) }))}
      />
      {decision === 'REFUND' && <Field label={t('dispute-fen')} kind="digit" value={yuan} onChange={setYuan} />}
      <Field label={t('dispute-words')} optional value={words} onChange={setWords} tall maxLength={300} />
      <Button look="main" label={t('send-it')} disabledReason={missing} onPress={send} />
    </Rows>
  );
}
