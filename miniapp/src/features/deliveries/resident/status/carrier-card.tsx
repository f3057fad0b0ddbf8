import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { badgeCheckText } from '@/text/badge-check';
import { orderStatusText } from '@/text/order-status';
import { teamsText, teamWords } from '@/text/teams';
import { Button, Card, Icon, Line, Rows, useMarks, Words } from '@/ui';
import { CallCarrier } from '../../call-carrier';
import { hasSteps, isAtDoor } from '../delivery-look';
import { CallGrid } from '../returnee-sheet';

/** Who brings it, and the way to a person. */
export function CarrierCard({ view }: { readonly view: DeliveryView }) {
  const { id, state, mayCallCarrier } = view;
  // whoever brings it no more is named no more
  const carrier = hasSteps(state) ? view.carrier : undefined;
  const marks = useMarks();
  const t = useText(orderStatusText);
  const tBadge = useText(badgeCheckText);
  const teams = useText(teamsText);
  return (
    <Card>
      <Rows gap={2}>
        {carrier && (
          <Line>
            <Icon name="person" />
            <Words size={5} strong>
              {marks.said(t('carrier'), carrier.label)}
            </Words>
            <Words tone="quiet">{teamWords(teams, carrier.team)}</Words>
          </Line>
        )}
        {mayCallCarrier ? <CallCarrier delivery={id} label={t('phoneCarrier')} /> : <CallGrid />}
        {carrier && !isAtDoor(state) && (
          <Button icon="shield" label={tBadge('badge')} onPress={() => void openPage('/pages/badge/index')} />
        )}
      </Rows>
    </Card>
  );
}
