/// Instruments as others write and read them: XLSForm workbooks, XForms for clients that speak ODK,
/// and the instances that those clients send back.
///
/// No table of its own; an uploaded workbook becomes a draft of `instruments.version`. What is
/// refused: a workbook that cannot be asked (every fault names sheet, row and column), a file that
/// is too large or unfolds to more than it seems, an instance with a document type or that is not
/// XML. Nothing here reaches out of the file it was given.
@NullMarked
package cabildo.instruments.xlsform;

import org.jspecify.annotations.NullMarked;
