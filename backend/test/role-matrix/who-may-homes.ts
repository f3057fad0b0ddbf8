/** Written down by hand: who may do what about what happens in homes, by the words of `who-may.ts`. */

export const householdEvent = `
holdGoods: outbox
secure: grid
secureOverdue: timer
openWelfare: grid
askCode: grid
keepAsIs: grid
reconcile: grid outbox
close: leader`;

export const welfareTask = `
nameGuardian: grid township
guardianOverdue: timer
settle: grid township
close: leader township`;
