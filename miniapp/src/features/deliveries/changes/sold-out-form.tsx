import type { DeliveryView, LineView, SubstitutionRule } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { changeSubstitution } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { requestChangesText } from '@/text/request-changes';
import { termsText } from '@/text/request-terms';
import { Button, Card, Chip, Line, Rows, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import type { ChangeProps } from './change-props';

type Rule = SubstitutionRule['rule'];

/** Room for a price that is a little higher when something similar is taken, as in a new order. */
const similarPercent = 20;

const substitutionOf = (rule: Rule): SubstitutionRule =>
  rule === 'SIMILAR' ? { rule, maxExtraPercent: similarPercent } : { rule };

/** Lines that nobody has answered for: neither bought, left out nor asked about. */
export const openLines = ({ lines }: Pick<DeliveryView, 'lines'>): LineView[] =>
  lines.filter(({ outcome }) => outcome === 'OPEN');

/** Medicine is not swapped by whoever stands at the counter. */
const rulesFor = (kind: DeliveryView['kind']): readonly Rule[] =>
  kind === 'MEDICINE' ? ['ASK', 'NONE', 'NEVER'] : ['SIMILAR', 'ASK', 'NONE', 'NEVER'];

/** What is done when a thing is sold out, line by line, until somebody has answered for it (handbook 2.1). */
export function SoldOutForm({ view, doing, onClose }: ChangeProps) {
  const t = useText(requestChangesText);
  const tRule = useText(termsText);
  const goods = useGoodsName();
  const [wanted, setWanted] = useState<Readonly<Record<string, Rule>>>({});
  const lines = openLines(view);
  const ruleOf = ({ line, substitution }: LineView) => wanted[line] ?? substitution.rule;
  const changed = lines.filter((line) => ruleOf(line) !== line.substitution.rule);
  const send = () => {
    onClose();
    for (const line of changed)
      void doing.act(changeSubstitution, { line: line.line, substitution: substitutionOf(ruleOf(line)) });
  };
  return (
    <Rows>
      <Words tone="quiet">{t('sold-hint')}</Words>
      {lines.map((line) => (
        <Card key={line.line}>
          <Words strong block>
            {goods.plain(line)}
          </Words>
          <Line>
            {rulesFor(view.kind).map((rule) => (
              <Chip
                key={rule}
                label={tRule(`r-${rule}`)}
                chosen={ruleOf(line) === rule}
                onPress={() => setWanted({ ...wanted, [line.line]: rule })}
              />
            ))}
          </Line>
        </Card>
      ))}
      <Button
        look="main"
        icon="check"
        label={t('edit-send')}
        disabledReason={changed.length === 0 ? t('sold-same') : undefined}
        onPress={send}
      />
    </Rows>
  );
}
