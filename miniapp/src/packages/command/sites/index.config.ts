export default definePageConfig({ navigationBarTitleText: '隔离点' });
