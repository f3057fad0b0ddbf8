export default definePageConfig({ navigationBarTitleText: '接龙变单子' });
