import { DeliveryKind } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { FailedRead, useActingFor } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { EmptyState, Page } from '@/ui';
import { CallGrid } from '../returnee-sheet';
import { GoodsStep } from './goods-step';
import { useDraft } from './order-draft';
import { ReviewStep } from './review-step';
import { ShopStep } from './shop-step';
import { useRepeat } from './use-repeat';
import { useShopOf } from './use-shop-of';
import { WishesStep } from './wishes-step';

const stepScreens = { shop: ShopStep, goods: GoodsStep, wishes: WishesStep, review: ReviewStep };

/** Asking for goods or help, one question a screen. Everything filled in is kept on the device. */
export function OrderScreen() {
  const t = useText(residentText);
  const { kind = 'GROCERY', into } = usePageParams();
  const household = useActingFor()?.household;
  const known = DeliveryKind.options.find((option) => option === kind) ?? 'GROCERY';
  if (household === undefined) {
    return (
      <Page title={t('groceries')}>
        <EmptyState picture="door" title={t('noHousehold')} hint={t('noHouseholdHint')} action={<CallGrid />} />
      </Page>
    );
  }
  return <OrderFlow key={`${household}${known}${into ?? ''}`} household={household} kind={known} into={into} />;
}

type FlowProps = {
  readonly household: string;
  readonly kind: (typeof DeliveryKind.options)[number];
  readonly into: string | undefined;
};

function OrderFlow({ household, kind, into }: FlowProps) {
  const { draft, change } = useDraft(household, kind, into);
  const { again } = usePageParams();
  const t = useText(residentText);
  const earlier = [useRepeat(again, change), useShopOf(draft, change)];
  const unread = earlier.find(({ data, problem }) => data === undefined && problem !== undefined);
  if (unread) {
    return (
      <Page title={t('groceries')}>
        <FailedRead of={unread} help={<CallGrid />} />
      </Page>
    );
  }
  const Step = stepScreens[draft.step];
  return <Step draft={draft} change={change} />;
}
