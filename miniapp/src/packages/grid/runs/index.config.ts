export default definePageConfig({ navigationBarTitleText: '一趟一趟' });
