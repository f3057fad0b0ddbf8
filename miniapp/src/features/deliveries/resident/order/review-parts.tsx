import { useText } from '@/text';
import { custodyText } from '@/text/custody';
import { orderText } from '@/text/order';
import { registerText } from '@/text/register';
import { termsText } from '@/text/request-terms';
import { Card, ListRow, useMarks, Words } from '@/ui';
import { useGoodsName } from '../../goods-name';
import { patientOf } from '../../register/patient';
import { asksPatient } from './order-draft';
import { refusalWords } from './scarce-words';
import type { StepProps } from './step-props';

/** What was said beside the goods, and how it is paid. */
export function Said({ draft, change }: StepProps) {
  const t = useText(orderText);
  const d = useText(termsText);
  const tCustody = useText(custodyText);
  const tRegister = useText(registerText);
  const isRegistered = asksPatient(draft) && draft.patient !== undefined && patientOf(draft.patient) !== undefined;
  const toWishes = () => change({ step: 'wishes' });
  return (
    <Card>
      {draft.words !== '' && <ListRow title={draft.words} note={t('helpWords')} onPress={toWishes} />}
      {draft.doorWords !== '' && <ListRow title={draft.doorWords} note={t('doorWords')} onPress={toWishes} />}
      {draft.voiceNote !== undefined && <ListRow title={t('voiceKept')} note={t('voice')} onPress={toWishes} />}
      {draft.repeatPrescription === true && (
        <ListRow title={tCustody('kept')} note={tCustody('ask')} onPress={toWishes} />
      )}
      {isRegistered && <ListRow title={tRegister('kept')} note={tRegister('title')} onPress={toWishes} />}
      <ListRow title={d(`p-${draft.payMode}`)} note={t('pay')} onPress={toWishes} last />
    </Card>
  );
}

/** What the server found wrong, each with the thing it is about. */
export function Refused({ draft: { refused = [], items } }: Pick<StepProps, 'draft'>) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(orderText);
  if (refused.length === 0) return null;
  const about = (pointer: string) => {
    const place = /^\/lines\/(\d+)/.exec(pointer)?.[1];
    const item = place === undefined ? undefined : items[Number(place)];
    if (place !== undefined) return item && goods.plain(item);
    return pointer === '/doorWords' ? t('doorWords') : pointer === '/words' ? t('helpWords') : undefined;
  };
  const toldOf = (what: string | undefined, words: string) => (what === undefined ? words : marks.said(what, words));
  return (
    <Card tone="danger">
      <Words strong reads={{ role: 'alert' }}>
        {t('refusedTitle')}
      </Words>
      {refused.map(({ pointer, detail }) => (
        <Words key={pointer} block>
          {toldOf(about(pointer), refusalWords(t, detail))}
        </Words>
      ))}
    </Card>
  );
}
