import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import {
  answerAddress,
  answerSubstitution,
  answerSymptoms,
  askCancel,
  giveConsent,
} from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Act } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { medicineText } from '@/text/medicine';
import { orderStatusText } from '@/text/order-status';
import { Button, Card, formatFen, Picture, Rows, useMarks, useSoonWords, Words } from '@/ui';
import { useGoodsName } from '../../goods-name';
import { AddressQuestion } from './address-question';

type Props = { readonly view: DeliveryView; readonly act: Act };

/** What the household is asked now, on top of everything else. An answer under way takes the question away. */
export function Questions({ view, act }: Props) {
  // the next question is another one, also of the same kind
  const isAnswered = useOnItsWay(act, view.revision);
  const asksOther = view.substitution && view.actions.includes('answerSubstitution');
  const asksMore = view.consent && view.consent.givenAt === undefined && view.actions.includes('giveConsent');
  const asksSymptoms = view.flags.includes('SYMPTOM_QUESTION') && view.actions.includes('answerSymptoms');
  const asksWay = view.state === 'ADDRESS_QUERY' && view.actions.includes('answerAddress');
  return (
    <>
      {asksWay && !isAnswered(answerAddress) && <AddressQuestion key={view.next.by} view={view} act={act} />}
      {asksSymptoms && !isAnswered(answerSymptoms) && <Symptoms act={act} />}
      {asksOther && !isAnswered(answerSubstitution) && <OtherInstead view={view} act={act} />}
      {asksMore && !isAnswered(giveConsent) && <DearerThanThought view={view} act={act} />}
    </>
  );
}

function OtherInstead({ view, act }: Props) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(orderStatusText);
  const time = useSoonWords();
  const asked = view.substitution;
  if (asked === undefined) return null;
  const offered = goods.plain({ name: asked.offeredName, nameEn: asked.offeredNameEn });
  const answer = (take: boolean) => void act.act(answerSubstitution, { line: asked.line, take });
  const price = formatFen(Math.abs(asked.extraFen));
  const extra = asked.extraFen === 0 ? t('samePrice') : t(asked.extraFen > 0 ? 'dearer' : 'cheaper', { price });
  return (
    <Card tone="amber">
      <Rows>
        <Words size={4} strong block>
          {t('question', { name: goods.plain(asked), offered })}
        </Words>
        <Words size={5}>{marks.aside(formatFen(asked.offeredPriceFen), extra)}</Words>
        <Words tone="quiet">{t('answerBy', { time: time(new Date(asked.answerBy)) })}</Words>
        <Button look="main" icon="check" label={t('take')} onPress={() => answer(true)} />
        <Button icon="cross" label={t('leave')} onPress={() => answer(false)} />
      </Rows>
    </Card>
  );
}

function DearerThanThought({ view, act }: Props) {
  const t = useText(orderStatusText);
  const neededFen = view.consent?.neededFen ?? 0;
  return (
    <Card tone="amber">
      <Rows>
        <Picture name="parcel" bare />
        <Words size={4} strong block>
          {t('consent', { price: formatFen(neededFen) })}
        </Words>
        <Words tone="quiet">{`${t('estimate')} ${formatFen(view.estimateFen)}`}</Words>
        <Button
          look="main"
          icon="check"
          label={t('consentYes')}
          onPress={() => void act.act(giveConsent, { neededFen })}
        />
        {view.actions.includes('askCancel') && (
          <Button icon="cross" label={t('consentNo')} onPress={() => void act.act(askCancel, {})} />
        )}
      </Rows>
    </Card>
  );
}

/** Four-class medicine: asked before anybody buys it; yes leads to a doctor (handbook 4.8). */
function Symptoms({ act }: Pick<Props, 'act'>) {
  const t = useText(medicineText);
  const answer = (symptoms: boolean) => void act.act(answerSymptoms, { symptoms });
  return (
    <Card tone="amber">
      <Rows>
        <Words size={4} strong block>
          {t('ask-title')}
        </Words>
        <Words tone="quiet">{t('ask-hint')}</Words>
        <Button icon="check" label={t('no')} onPress={() => answer(false)} />
        <Button icon="thermometer" label={t('yes')} onPress={() => answer(true)} />
      </Rows>
    </Card>
  );
}
