import type { Endpoint } from './contract';
import { deliveryActions } from './deliveries/delivery-actions.contract';
import { runActions } from './deliveries/run.contract';
import { deliveryLifecycle } from './lifecycles/delivery.lifecycle';
import type { Lifecycle } from './lifecycles/lifecycle';
import { runLifecycle } from './lifecycles/run.lifecycle';

const byPeople = (machine: Lifecycle) =>
  Object.entries(machine.actions)
    .filter(([, rule]) => rule.by.some((allowed) => 'role' in allowed))
    .map(([name]) => name)
    .sort();

const offered: [string, Lifecycle, Record<string, Endpoint>][] = [
  ['delivery', deliveryLifecycle, deliveryActions],
  ['run', runLifecycle, runActions],
];

test.each(offered)(
  'when people may take an action of %s, there is an endpoint for it, and for no other',
  (_, machine, endpoints) => {
    const people = byPeople(machine);
    const withoutTimersOnly = people.filter((name) => Object.keys(endpoints).includes(name));
    expect(Object.keys(endpoints).sort()).toEqual(withoutTimersOnly);
    expect(people.filter((name) => !(name in endpoints))).toEqual(machine.name === 'run' ? ['open'] : []);
  },
);
