import mongoose from 'mongoose';

/** No single database operation may run longer; a list that needs more is missing an index. Milliseconds. */
export const operationLimitMs = 5_000;

const limitedQueries = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'updateMany',
  'updateOne',
] as const;

/** A call's own maxTimeMS wins. */
function limitTime(schema: mongoose.Schema): void {
  for (const query of limitedQueries) {
    schema.pre(query, { query: true, document: false }, function (this: mongoose.Query<unknown, unknown>) {
      if (this.getOptions().maxTimeMS === undefined) this.setOptions({ maxTimeMS: operationLimitMs });
    });
  }
  schema.pre('aggregate', function () {
    this.options.maxTimeMS ??= operationLimitMs;
  });
}

/**
 * Settings of mongoose itself. They act on models compiled later, so every model file meets them first by importing
 * `indexPlan` from this folder's index.ts.
 * - strictQuery: with anything softer an unknown path is dropped, and the filter then matches everything.
 * - sanitizeFilter: operators in input become values; filters that our code builds are marked `mongoose.trusted`.
 */
mongoose.set('strictQuery', 'throw');
mongoose.set('sanitizeFilter', true);
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.plugin(limitTime);
