import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { type PolicySet, quarantineCategories } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { useState } from 'react';
import { useText } from '@/text';
import { policyRulesText } from '@/text/policy-rules';
import { Button, Card, Heading, Rows, Words } from '@/ui';
import { ruleLines } from './rule-words';

/** Rows that are asked about most; the rest opens on demand. */
const shownFirst = 4;

/** A set in plain words: for each category days, tests and what is asked of the province. */
export function PolicyTable({ set }: { readonly set: PolicySet }) {
  const t = useText(policyRulesText);
  const [isWhole, setWhole] = useState(false);
  const today = dayOf(new Date());
  const rows = quarantineCategories.flatMap((category) => {
    const rule = ruleOn(set, category, today);
    return rule ? [{ category, lines: ruleLines(t, rule) }] : [];
  });
  return (
    <Card>
      <Heading size={5}>{t('table-title')}</Heading>
      <Rows gap={2}>
        {rows.length === 0 && <Words tone="quiet">{t('table-none')}</Words>}
        {rows.slice(0, isWhole ? rows.length : shownFirst).map(({ category, lines }) => (
          <Rows gap={1} key={category}>
            <Words strong block>
              {t(category)}
            </Words>
            {lines.map((line) => (
              <Words key={line} tone="quiet" block>
                {line}
              </Words>
            ))}
          </Rows>
        ))}
        {rows.length > shownFirst && (
          <Button
            look="link"
            icon={isWhole ? 'up' : 'down'}
            label={t(isWhole ? 'table-hide' : 'table-show')}
            onPress={() => setWhole(!isWhole)}
          />
        )}
      </Rows>
    </Card>
  );
}
