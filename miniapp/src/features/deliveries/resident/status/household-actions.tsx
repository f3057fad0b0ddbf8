import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { openPage } from '@/platform';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { orderActionsText } from '@/text/order-actions';
import { requestChangesText } from '@/text/request-changes';
import { BottomBar, Button, type IconName, Rows, Sheet } from '@/ui';
import { EditLinesForm } from '../../changes/edit-lines-form';
import { RedirectForm } from '../../changes/redirect-form';
import { openLines, SoldOutForm } from '../../changes/sold-out-form';
import { DisputeSheet } from './dispute-sheet';
import { StopSheet, wayToStop } from './stop-sheet';

type Props = { readonly view: DeliveryView; readonly act: Act };

const { confirm, pickedUp, tickPaid, resume, finishErrand, editLines, redirect, changeSubstitution } = deliveryActions;

/** The one action a household takes next, by the order in which they matter; the server says which are possible. */
const mainActions = [
  { name: 'confirm', endpoint: confirm, words: 'confirm', icon: 'check' },
  { name: 'pickedUp', endpoint: pickedUp, words: 'pickedUp', icon: 'check' },
  { name: 'tickPaid', endpoint: tickPaid, words: 'tickPaid', icon: 'yuan' },
  { name: 'resume', endpoint: resume, words: 'resume', icon: 'refresh' },
  { name: 'finishErrand', endpoint: finishErrand, words: 'finishErrand', icon: 'check' },
] as const satisfies readonly { name: string; endpoint: unknown; words: string; icon: IconName }[];

type MainActionProps = Props & {
  /** Whether it is fetched is said of the turn then, not of the request. */
  readonly hasTurn: boolean;
};

/** The main button at the bottom. */
export function MainAction({ view, act, hasTurn }: MainActionProps) {
  const t = useText(orderActionsText);
  const isOnItsWay = useOnItsWay(act, view.revision);
  const isPaid = view.money?.paidTick === true || view.money?.owedFen === 0;
  const found = mainActions.find(
    ({ name, endpoint }) =>
      view.actions.includes(name) &&
      !isOnItsWay(endpoint) &&
      !(name === 'tickPaid' && isPaid) &&
      !(name === 'pickedUp' && hasTurn),
  );
  if (found === undefined) return null;
  const press = () => void act.act(found.endpoint, {});
  return <BottomBar main={<Button look="main" icon={found.icon} label={t(found.words)} onPress={press} />} />;
}

/** The quieter ones: add more, stop, say that something is wrong. */
export function OtherActions({ view, act }: Props) {
  const t = useText(orderActionsText);
  const tChange = useText(requestChangesText);
  const [sheet, setSheet] = useState<'cancel' | 'dispute' | 'redirect' | 'lines' | 'soldOut'>();
  const close = () => setSheet(undefined);
  const isOnItsWay = useOnItsWay(act, view.revision);
  const can = (name: string) => view.actions.includes(name);
  const stop = wayToStop(view);
  const isStopping = stop !== undefined && isOnItsWay(stop.endpoint);
  const isFree = (name: string, endpoint: { readonly name: string }) => can(name) && !isOnItsWay(endpoint);
  const mayEdit = isFree('editLines', editLines) && view.lines.length > 0;
  const mayRedirect = isFree('redirect', redirect);
  const maySay = isFree('changeSubstitution', changeSubstitution) && openLines(view).length > 0;
  if (!can('addLines') && !mayEdit && !maySay && !mayRedirect && !can('dispute') && stop === undefined) return null;
  return (
    <Rows gap={2}>
      {can('addLines') && (
        <Button
          icon="plus"
          label={t('addMore')}
          onPress={() => void openPage('/pages/order/index', { kind: view.kind, into: view.id })}
        />
      )}
      {mayEdit && <Button icon="edit" label={tChange('edit-open')} onPress={() => setSheet('lines')} />}
      {maySay && <Button icon="swap" label={tChange('sold-open')} onPress={() => setSheet('soldOut')} />}
      {mayRedirect && <Button icon="map-pin" label={tChange('redirect-open')} onPress={() => setSheet('redirect')} />}
      {can('dispute') && <Button icon="flag" label={t('dispute')} onPress={() => setSheet('dispute')} />}
      {stop && !isStopping && (
        <Button look="link" icon="cross" label={t(stop.words)} onPress={() => setSheet('cancel')} />
      )}
      {stop && <StopSheet stop={stop} act={act} open={sheet === 'cancel'} onClose={close} />}
      {mayEdit && sheet === 'lines' && (
        <Sheet title={tChange('edit-title')} open onClose={close}>
          <EditLinesForm view={view} doing={act} onClose={close} />
        </Sheet>
      )}
      {maySay && sheet === 'soldOut' && (
        <Sheet title={tChange('sold-title')} open onClose={close}>
          <SoldOutForm view={view} doing={act} onClose={close} />
        </Sheet>
      )}
      {mayRedirect && sheet === 'redirect' && (
        <Sheet title={tChange('redirect-title')} open onClose={close}>
          <RedirectForm doing={act} onClose={close} />
        </Sheet>
      )}
      <DisputeSheet view={view} act={act} open={sheet === 'dispute'} onClose={close} />
    </Rows>
  );
}
