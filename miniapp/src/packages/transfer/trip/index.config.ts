export default definePageConfig({ navigationBarTitleText: '一趟转运' });
