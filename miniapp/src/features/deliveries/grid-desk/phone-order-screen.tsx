import type { HouseholdRow } from '@grid-relief/shared-types/households/household.schema';
import { useState } from 'react';
import { newId } from '@/api';
import { GridBar } from '@/features/grid/grid-bar';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { BottomBar, Button, Card, Heading, Line, NetworkBanner, Page, Rows, StatusChip, Words } from '@/ui';
import { HouseholdSearch, useNeedNames } from './household-search';
import { blankOrder, orderFrom, type PhoneOrder, whatIsMissing } from './phone-order';
import { PhoneOrderForm } from './phone-order-form';
import { SubmitResult } from './submit-result';
import { useSubmits } from './use-submits';

/** An order taken on the phone for somebody without one: whose door, what, how urgent, how paid; then its result. */
export function PhoneOrderScreen() {
  const t = useText(gridOrdersText);
  const submits = useSubmits();
  const [household, setHousehold] = useState<HouseholdRow>();
  const [order, setOrder] = useState<PhoneOrder>(blankOrder);
  const [sentId, setSentId] = useState<string>();
  const next = () => {
    setHousehold(undefined);
    setOrder(blankOrder);
    setSentId(undefined);
  };
  const submit = () => {
    if (household === undefined) return;
    const id = newId();
    setSentId(id);
    void submits.submit(orderFrom(id, household, order, new Date()));
  };
  const missing = household === undefined ? 'phone-need-who' : whatIsMissing(order);
  const main =
    sentId === undefined ? (
      <Button
        look="main"
        label={t('phone-submit')}
        disabledReason={missing === undefined ? undefined : t(missing)}
        onPress={submit}
      />
    ) : (
      <Button look="main" icon="plus" label={t('phone-next')} onPress={next} />
    );
  return (
    <Page
      title={t('phone-title')}
      back={false}
      banner={<NetworkBanner />}
      bottom={
        <>
          {household !== undefined && <BottomBar main={main} />}
          {household === undefined && <GridBar here="phone-order" />}
        </>
      }
    >
      <Rows>
        <Heading size={5}>{t('phone-who')}</Heading>
        {household === undefined && <HouseholdSearch onChoose={setHousehold} />}
        {household && <Whose household={household} onChange={sentId === undefined ? next : undefined} />}
        {household && sentId === undefined && <PhoneOrderForm order={order} onChange={setOrder} />}
        {household && sentId !== undefined && (
          <SubmitResult id={sentId} title={household.doorCode} lines={order.lines} submits={submits} onDrop={next} />
        )}
      </Rows>
    </Page>
  );
}

type WhoseProps = { readonly household: HouseholdRow; readonly onChange: (() => void) | undefined };

function Whose({ household, onChange }: WhoseProps) {
  const t = useText(gridOrdersText);
  const names = useNeedNames();
  return (
    <Card>
      <Line apart>
        <Words size={4} strong>
          {household.doorCode}
        </Words>
        <Words tone="quiet">{household.nameMasked}</Words>
      </Line>
      <Line>
        {names(household).map((name) => (
          <StatusChip key={name} icon="heart" tone="info" label={name} />
        ))}
      </Line>
      {onChange && <Button look="link" icon="swap" label={t('phone-change')} onPress={onChange} />}
    </Card>
  );
}
