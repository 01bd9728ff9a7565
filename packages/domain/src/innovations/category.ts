/** The edition whose categories files name and pages show first, until another is asked for. */
export const currentCategoryScheme = '2021'
